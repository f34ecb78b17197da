package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.aot.runtime.Startup;

/** Where the firmware enters the loader. */
final class UefiEntry {
    private UefiEntry() {}

    /**
     * The image's entry point. The firmware calls it with Microsoft's convention: the image handle in {@code rcx}, the
     * address of the system table in {@code rdx}, at least 128 KiB of stack (UEFI 2.10, 2.3.4 and 4.1). Hands over to
     * {@link #run} with a block of {@link Scratch#SIZE} bytes on the stack; registers need not be saved, as the way
     * back to the firmware is a boot service.
     */
    @Export(value = "_start", targets = "uefi")
    @Asm(
            naked = true,
            value = {
                "    .cfi_undefined rip",
                "    movq %rcx, %rdi",
                "    movq %rdx, %rsi",
                "    xorl %ebp, %ebp",
                "    andq $-16, %rsp",
                "    subq $4096, %rsp",
                "    movq %rsp, %rdx",
                "    call {blogos.bootloader.uefi.UefiEntry.run}",
                "    ud2",
            })
    static native void entry();

    /** Makes the runtime usable and calls {@link UefiLoader#main}. Never returns. */
    private static void run(long imageHandle, Address systemTable, Address scratch) {
        Scratch.initialize(scratch);
        UefiRuntime.initialize(imageHandle, SystemTable.at(systemTable));
        Console.initialize(SystemTable.at(systemTable));
        Startup.initialize();
        Startup.run(new String[0]);
    }
}
