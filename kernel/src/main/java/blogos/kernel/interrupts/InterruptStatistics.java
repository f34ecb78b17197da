package blogos.kernel.interrupts;

import blogos.hal.LocalApic;
import blogos.hal.Traps;

/**
 * How often each vector came since startup: exceptions of the kernel and of programs, device interrupts, system calls
 * by {@code int 0x80}. The counters are only written with interrupts off.
 */
public final class InterruptStatistics {
    /** Number of vectors of the CPU. */
    public static final int VECTORS = 256;

    private static final long[] COUNTS = new long[VECTORS];
    private static final String[] NAMES = new String[VECTORS];
    private static long spurious;
    private static long unexpected;

    /** Is told about one vector. */
    public interface Visitor {
        /** A vector that came {@code count} times, more than 0. */
        void visit(int vector, String name, long count);
    }

    private InterruptStatistics() {}

    static void add(int vector) {
        COUNTS[vector]++;
    }

    static void countSpurious() {
        spurious++;
    }

    static void countUnexpected() {
        unexpected++;
    }

    static void name(int vector, String name) {
        NAMES[vector] = name;
    }

    /** How often a vector, 0 to 255, came. */
    public static long countOf(int vector) {
        return COUNTS[vector];
    }

    /** What raises a vector. */
    public static String nameOf(int vector) {
        String name = NAMES[vector];
        if (name != null) {
            return name;
        }
        if (vector < Traps.EXCEPTIONS || vector == Traps.SYSTEM_CALL) {
            return Traps.nameOf(vector);
        }
        return vector == LocalApic.SPURIOUS_VECTOR ? "spurious" : "no device";
    }

    /** Interrupts that no controller asked for: requests that went away, and {@code int} instructions of the kernel. */
    public static long spurious() {
        return spurious;
    }

    /** Real interrupts with a vector that has no handler. They are acknowledged and otherwise ignored. */
    public static long unexpected() {
        return unexpected;
    }

    /** Tells about every vector that came. */
    public static void forEach(Visitor visitor) {
        for (int vector = 0; vector < VECTORS; vector++) {
            if (COUNTS[vector] != 0) {
                visitor.visit(vector, nameOf(vector), COUNTS[vector]);
            }
        }
    }
}
