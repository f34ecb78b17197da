package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.aot.api.NoPoll;

/** Throws exceptions: finds the frame that catches and continues there. */
@NoPoll
public final class Unwinder {
    private Unwinder() {}

    /** Throws an exception. Never returns. */
    @Asm(
            naked = true,
            value = {
                "    movq (%rsp), %rax",
                "    leaq 8(%rsp), %rdx",
                "    subq $152, %rsp",
                "    .cfi_adjust_cfa_offset 152",
                "    movq %rsp, %rsi",
                "    call {blogos.aot.runtime.Unwinder.unwind}",
                "    ud2",
            })
    public static native void raise(Throwable exception);

    private static void unwind(Throwable exception, Address context) {
        Platform.fatal("uncaught exception");
    }

    /** Marks frames with landing pads in their tables; the unwinder does not call it. */
    @Export("__java_personality")
    @Asm(naked = true, value = "    ud2")
    static native void personality();
}
