package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.Export;
import blogos.aot.api.NoPoll;

/**
 * Throws exceptions: walks up the stack to the first frame with a landing pad for its call and continues there, with
 * the exception in rax and 1 in rdx. Frames that do not catch cost nothing until then, and there is no separate search:
 * a thread's outermost frame catches everything.
 */
@NoPoll
public final class Unwinder {
    private Unwinder() {}

    /** Throws an exception; null throws a NullPointerException. Never returns. */
    @Asm(
            naked = true,
            value = {
                FrameCursor.PUSH,
                "    movq %rsp, %rsi",
                "    call {blogos.aot.runtime.Unwinder.unwind}",
                "    ud2",
            })
    public static native void raise(Throwable exception);

    /** Called by {@link #raise} with the thrower's registers. */
    private static void unwind(Throwable exception, Address registers) {
        if (exception == null) {
            Throw.nullPointer();
        }
        FrameCursor cursor = FrameCursor.at(registers);
        cursor.openTrusted();
        boolean located = cursor.locate();
        while (located) {
            if (!cursor.languageData().isZero()) {
                Address pad = LandingPads.find(cursor);
                if (!pad.isZero()) {
                    land(exception, cursor, pad);
                }
            }
            located = CallFrames.unwind(registers, cursor.instruction()) && cursor.locate();
        }
        Platform.fatal("an exception left the outermost frame");
    }

    private static void land(Throwable exception, FrameCursor cursor, Address pad) {
        Address registers = cursor.memory();
        if (!CallFrames.computeRow(registers, cursor.instruction())) {
            Platform.fatal("unwind tables are damaged");
        }
        registers.storeAddress(FrameCursor.RIP * 8L, pad);
        Address stack = cursor.stackPointer().plus(registers.loadLong(FrameCursor.ARGUMENTS_SIZE));
        registers.storeAddress(FrameCursor.RSP * 8L, stack);
        Poll.leaveReserve();
        resume(exception, registers);
    }

    /** Loads the callee-saved registers and jumps to the landing pad. */
    @Asm(
            naked = true,
            value = {
                "    movq %rdi, %rax",
                "    movl $1, %edx",
                "    movq 24(%rsi), %rbx",
                "    movq 48(%rsi), %rbp",
                "    movq 96(%rsi), %r12",
                "    movq 104(%rsi), %r13",
                "    movq 112(%rsi), %r14",
                "    movq 120(%rsi), %r15",
                "    movq 128(%rsi), %rcx",
                "    movq 56(%rsi), %rsp",
                "    jmp *%rcx",
            })
    private static native void resume(Throwable exception, Address registers);

    /** Marks frames with landing pads in their tables; the unwinder does not call it. */
    @Export("__java_personality")
    @Asm(naked = true, value = "    ud2")
    static native void personality();
}
