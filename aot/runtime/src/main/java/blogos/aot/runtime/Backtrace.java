package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;

/**
 * Stack traces of exceptions: program counters when one is made, which {@link TraceDecoder} turns into names and lines
 * on demand.
 */
@NoPoll
public final class Backtrace {
    /** Most physical frames kept, as HotSpot's {@code MaxJavaStackTraceDepth}. */
    private static final int MAX_FRAMES = 1024;

    /** What {@link FrameCursor} needs, and 8 bytes that align the stack. */
    private static final int FRAME = FrameCursor.SIZE + 8;

    private Backtrace() {}

    /**
     * The addresses of the calls that led here, innermost first, at most 1024. Each lies inside its call instruction.
     */
    @Asm(
            naked = true,
            value = {
                "    movq (%rsp), %rax",
                "    leaq 8(%rsp), %rdx",
                "    subq $" + FRAME + ", %rsp",
                "    .cfi_adjust_cfa_offset " + FRAME,
                "    movq %rbx, 24(%rsp)",
                "    movq %rbp, 48(%rsp)",
                "    movq %rdx, 56(%rsp)",
                "    movq %r12, 96(%rsp)",
                "    movq %r13, 104(%rsp)",
                "    movq %r14, 112(%rsp)",
                "    movq %r15, 120(%rsp)",
                "    movq %rax, 128(%rsp)",
                "    movq %rsp, %rdi",
                "    call {blogos.aot.runtime.Backtrace.collect}",
                "    addq $" + FRAME + ", %rsp",
                "    .cfi_adjust_cfa_offset -" + FRAME,
                "    ret",
            })
    public static native long[] capture();

    /** Called by {@link #capture} with its caller's registers. */
    private static long[] collect(Address registers) {
        FrameCursor cursor = FrameCursor.at(registers);
        cursor.openTrusted();
        cursor.save();
        int count = 0;
        do {
            if (count < FrameCursor.NOTES) {
                cursor.note(count, cursor.instruction().toLong());
            }
            count++;
        } while (count < MAX_FRAMES && cursor.step());
        long[] counters = new long[count];
        if (count <= FrameCursor.NOTES) {
            for (int i = 0; i < count; i++) {
                counters[i] = cursor.noted(i);
            }
            return counters;
        }
        cursor.restore();
        for (int i = 0; i < count; i++) {
            counters[i] = cursor.instruction().toLong();
            cursor.step();
        }
        return counters;
    }
}
