package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;

/** What a scheduler has seen of time, in nanoseconds. */
@NoPoll
public final class SchedulerStatistics {
    /** Changed by the scheduler. */
    long switches;

    /** Changed by the scheduler. */
    long halts;

    private long wakes;
    private long longestWakeNanos;
    private long totalWakeNanos;
    private long latestTimerNanos;

    /** Forgets the longest times. */
    public void reset() {
        wakes = 0;
        longestWakeNanos = 0;
        totalWakeNanos = 0;
        latestTimerNanos = 0;
    }

    void wokenRuns(long waitedNanos) {
        wakes++;
        totalWakeNanos += waitedNanos;
        longestWakeNanos = Math.max(longestWakeNanos, waitedNanos);
    }

    void timerCame(long lateNanos) {
        latestTimerNanos = Math.max(latestTimerNanos, lateNanos);
    }

    /** Task switches so far. */
    public long switches() {
        return switches;
    }

    /** How often the CPU went to sleep so far, since nobody wanted it. */
    public long halts() {
        return halts;
    }

    /** How often a blocked task became ready and then ran. */
    public long wakes() {
        return wakes;
    }

    /** The longest time from the waking of a task to its first instruction. */
    public long longestWakeNanos() {
        return longestWakeNanos;
    }

    /** The mean of these times; 0 if there was none. */
    public long meanWakeNanos() {
        return wakes == 0 ? 0 : totalWakeNanos / wakes;
    }

    /** How late the timer's interrupt came at worst, after the time it was armed for: mostly, interrupts were off. */
    public long latestTimerNanos() {
        return latestTimerNanos;
    }
}
