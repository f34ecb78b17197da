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

    private Backtrace() {}

    /**
     * The addresses of the calls that led here, innermost first, at most 1024. Each lies inside its call instruction.
     */
    @Asm(
            naked = true,
            value = {
                FrameCursor.PUSH,
                "    movq %rsp, %rdi",
                "    call {blogos.aot.runtime.Backtrace.collect}",
                FrameCursor.POP,
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
