package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.bootloader.BootFailure;
import blogos.bootloader.Loader;
import blogos.hal.QemuExit;

/** Where the firmware enters the loader. */
public final class UefiEntry {
    /** How long a message stays on the screen before the firmware goes on, in hundredths of a second. */
    private static final int MESSAGE_TICKS = 3000;

    private static final long TICK_MICROS = 10_000;

    private UefiEntry() {}

    /**
     * The image's entry point. The firmware calls it with Microsoft's convention: the image handle in {@code rcx}, the address of the system table in {@code rdx}, at least 128
     * KiB of stack (UEFI 2.10, 2.3.4 and 4.1). Hands over to {@link #run} with a block of {@link Scratch#SIZE} bytes on the stack; registers need not be saved, as
     * the way back to the firmware is a boot service.
     */
    @Export("_start")
    @Asm(
            naked = true,
            value = {
                ".cfi_undefined %rip",
                "movq %rcx, %rdi",
                "movq %rdx, %rsi",
                "xorl %ebp, %ebp",
                "andq $-16, %rsp",
                "subq $4096, %rsp",
                "movq %rsp, %rdx",
                "call {blogos.bootloader.uefi.UefiEntry.run}",
                "ud2"
            })
    public static native void start();

    /** The loader in Java. Never returns. */
    private static void run(long imageHandle, Address systemTable, Address scratch) {
        SystemTable table = SystemTable.at(systemTable);
        Scratch.initialize(scratch);
        UefiRuntime.initialize(imageHandle, table);
        Console.initialize(table);
        try {
            Console.shareSerial(table.runtimeServices());
            table.bootServices().disableWatchdog();
            Loader.boot(new UefiFirmware(imageHandle, table));
        } catch (BootFailure e) {
            Console.print("\nblog_os cannot start: " + e.getMessage() + ".\n");
        } catch (Throwable e) {
            Console.print("\nblog_os cannot start: the boot loader failed. " + e + "\n");
            e.printStackTrace();
        }
        giveUp(table);
    }

    /** Ends QEMU with a failure; on a real machine lets the user read the message, then returns to the firmware, which offers its other choices. */
    private static void giveUp(SystemTable table) {
        QemuExit.failed();
        if (!UefiRuntime.hasLeft()) {
            Console.print("Press a key.\n");
            table.consoleInput().clear();
            for (int i = 0; i < MESSAGE_TICKS && !table.consoleInput().hasKey(); i++) {
                table.bootServices().stallMicros(TICK_MICROS);
            }
        }
        UefiRuntime.exit(Status.LOAD_ERROR);
    }
}
