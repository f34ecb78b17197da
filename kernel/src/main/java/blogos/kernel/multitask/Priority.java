package blogos.kernel.multitask;

/**
 * Priorities of tasks, counted as Unix counts niceness: from {@value #HIGHEST} to {@value #LOWEST}, the usual one is 0.
 * Each step is a factor of 1.25 in the share of the CPU.
 */
public final class Priority {
    /** The highest priority. */
    public static final int HIGHEST = -20;

    /** The lowest priority. */
    public static final int LOWEST = 19;

    private static final int[] WEIGHTS = weights();

    private Priority() {}

    /**
     * The weight that goes with a priority.
     *
     * @throws IllegalArgumentException if there is no such priority
     */
    public static int weightOf(int priority) {
        if (priority < HIGHEST || priority > LOWEST) {
            throw new IllegalArgumentException("priority " + priority);
        }
        return WEIGHTS[priority - HIGHEST];
    }

    private static int[] weights() {
        int[] weights = new int[LOWEST - HIGHEST + 1];
        double weight = SchedulingEntity.UNIT_WEIGHT;
        for (int priority = 0; priority <= LOWEST; priority++, weight /= 1.25) {
            weights[priority - HIGHEST] = (int) (weight + 0.5);
        }
        weight = SchedulingEntity.UNIT_WEIGHT;
        for (int priority = 0; priority >= HIGHEST; priority--, weight *= 1.25) {
            weights[priority - HIGHEST] = (int) (weight + 0.5);
        }
        return weights;
    }
}
