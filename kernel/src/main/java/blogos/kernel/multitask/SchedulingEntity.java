package blogos.kernel.multitask;

/**
 * What {@link RunQueue} knows about one of those who share the CPU. Virtual times are in units of a nanosecond of the
 * CPU for weight {@value #UNIT_WEIGHT}: whoever has twice the weight gets along with half as many.
 */
class SchedulingEntity {
    /** The weight of which a virtual nanosecond is a real one. */
    static final int UNIT_WEIGHT = 1024;

    /** How long one request for the CPU is, in nanoseconds, unless somebody asks for another length. */
    static final long DEFAULT_SLICE_NANOS = 4_000_000;

    /** Share of the CPU, relative to that of the others. Positive. */
    int weight = UNIT_WEIGHT;

    /** Length of a request for the CPU in nanoseconds: what it gets in one go, and so how long it may have to wait. */
    long sliceNanos = DEFAULT_SLICE_NANOS;

    /** Virtual time up to which it has been served: the present request is eligible from then on. */
    long vruntime;

    /** What a division by the weight has left over so far. */
    long remainder;

    /** Virtual time by which the present request ought to be served. */
    long deadline;

    /** While it does not share the CPU: how far it was behind ({@code > 0}) or ahead when it left, in virtual time. */
    long lag;

    /** Real time that it has had, in nanoseconds. */
    long runtimeNanos;

    /** {@link DeadlineTree}: neighbours, random rank, and the least {@link #vruntime} in the subtree. */
    SchedulingEntity left;

    SchedulingEntity right;
    SchedulingEntity parent;
    int rank;
    long earliest;

    /** Length of a request in virtual time. */
    final long virtualSlice() {
        return sliceNanos * UNIT_WEIGHT / weight;
    }

    /** Takes note of time that it has had. Answers the virtual time. */
    final long charge(long nanos) {
        runtimeNanos += nanos;
        long scaled = nanos * UNIT_WEIGHT + remainder;
        long virtual = scaled / weight;
        remainder = scaled - virtual * weight;
        vruntime += virtual;
        return virtual;
    }
}
