package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;

/**
 * Those who share one CPU, and whose turn it is: earliest eligible virtual deadline first (I. Stoica and H. Abdel-Wahab,
 * "Earliest Eligible Virtual Deadline First: A Flexible and Accurate Mechanism for Proportional Share Resource
 * Allocation", Old Dominion University, TR-95-22, 1995).
 *
 * <p>Virtual time goes on by 1/W for each nanosecond that the CPU works, where W is the sum of all weights: it is the
 * service that everybody would have had, divided by his weight, if all were served at once. What somebody really had,
 * divided by his weight, is his vruntime; the difference is his lag. He asks for the CPU in requests of one slice. A
 * request is eligible when virtual time has reached the vruntime at which it begins: who is ahead of his share waits. Its
 * deadline is that vruntime plus the slice divided by the weight. The eligible request with the earliest deadline is
 * served. So nobody gets ahead or falls behind by more than one slice, and a short slice means short waiting without
 * meaning more CPU.
 *
 * <p>Lags always sum up to 0, weighted, so virtual time is the weighted mean of all vruntimes, and is kept as their
 * weighted sum. Who leaves takes his lag with him, and comes back with it: sleeping neither earns nor forgives.
 *
 * <p>All operations take logarithmic time and allocate nothing. They know no clock: {@link #charge} tells how much time
 * has passed.
 */
@NoPoll
final class RunQueue {
    /** Beyond this the zero of virtual time is moved, long before a product could overflow. */
    private static final long MOST_SUM = 1L << 52;

    /** A lag of more slices than this is cut. */
    private static final int MOST_LAG_SLICES = 2;

    /** The entities that wait. The running one is not in it. */
    private final DeadlineTree waiting = new DeadlineTree();

    private SchedulingEntity running;

    /** Sum of the weights of all entities, the running one included. */
    private long totalWeight;

    /** Sum of weight * (vruntime - zero) over them. */
    private long weightedSum;

    private long zero;

    /** The entity whose turn it is; null if there is none. */
    SchedulingEntity running() {
        return running;
    }

    /** Whether nobody waits for his turn. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The running entity, if there is one, has had the CPU for some time. */
    void charge(long nanos) {
        SchedulingEntity entity = running;
        if (entity == null) {
            return;
        }
        weightedSum += entity.charge(nanos) * entity.weight;
        if (entity.vruntime - entity.deadline >= 0) {
            entity.deadline = entity.vruntime + entity.virtualSlice();
        }
        if (weightedSum > MOST_SUM) {
            moveZero();
        }
    }

    /** An entity begins to wait for its turn, with the lag that it left with. */
    void join(SchedulingEntity entity) {
        place(entity);
        waiting.insert(entity);
    }

    /** The running entity does not want the CPU any more. */
    void leave() {
        SchedulingEntity entity = running;
        running = null;
        takeOut(entity);
    }

    /**
     * Decides whose turn it is now: the running entity's again, or somebody else's for whom it waits from now on.
     *
     * @param othersFirst whether the running entity gives its turn away, even to somebody who is ahead of his share
     * @return null if there is nobody
     */
    SchedulingEntity next(boolean othersFirst) {
        SchedulingEntity chosen = choose(othersFirst);
        if (chosen != running) {
            waiting.remove(chosen);
            if (running != null) {
                waiting.insert(running);
            }
            running = chosen;
        }
        return chosen;
    }

    /** Whether the running entity should make way for one that waits. */
    boolean preempts(SchedulingEntity entity) {
        return running == null
                || isEligible(entity) && (!isEligible(running) || entity.deadline - running.deadline < 0);
    }

    /** Whether it is somebody else's turn. There must be a running entity. */
    boolean wantsChange() {
        return choose(false) != running;
    }

    /** Nanoseconds until the running entity's request will have been served. */
    long restOfSlice() {
        return (running.deadline - running.vruntime) * running.weight / SchedulingEntity.UNIT_WEIGHT + 1;
    }

    /**
     * Changes a weight. The lag in terms of real time stays.
     *
     * @param shares whether the entity shares the CPU now
     */
    void setWeight(SchedulingEntity entity, int weight, boolean shares) {
        boolean waits = shares && entity != running;
        if (waits) {
            waiting.remove(entity);
        }
        if (shares) {
            takeOut(entity);
        }
        entity.lag = entity.lag * entity.weight / weight;
        entity.weight = weight;
        if (shares) {
            place(entity);
        }
        if (waits) {
            waiting.insert(entity);
        }
    }

    private SchedulingEntity choose(boolean othersFirst) {
        if (waiting.isEmpty()) {
            return running;
        }
        SchedulingEntity best = waiting.firstStartedBy(virtualTime());
        boolean runningCounts = running != null && !othersFirst && isEligible(running);
        if (runningCounts && (best == null || running.deadline - best.deadline <= 0)) {
            return running;
        }
        return best != null ? best : waiting.earliestStart();
    }

    /** Virtual time, rounded up: an entity with exactly its share must count as eligible. */
    private long virtualTime() {
        return zero - Math.floorDiv(-weightedSum, totalWeight);
    }

    private boolean isEligible(SchedulingEntity entity) {
        return (entity.vruntime - zero) * totalWeight <= weightedSum;
    }

    /** Lets an entity share. Its own weight will pull the mean towards it, so its distance must be larger before. */
    private void place(SchedulingEntity entity) {
        moveZero();
        long lag = entity.lag;
        if (totalWeight != 0) {
            lag = lag * (totalWeight + entity.weight) / totalWeight;
        }
        entity.vruntime = zero - lag;
        entity.deadline = entity.vruntime + entity.virtualSlice();
        totalWeight += entity.weight;
        weightedSum -= lag * entity.weight;
    }

    private void takeOut(SchedulingEntity entity) {
        long most = MOST_LAG_SLICES * entity.virtualSlice();
        long lag = virtualTime() - entity.vruntime;
        entity.lag = Math.max(-most, Math.min(lag, most));
        totalWeight -= entity.weight;
        weightedSum -= (entity.vruntime - zero) * entity.weight;
    }

    /** Makes the present virtual time, rounded down, the zero. */
    private void moveZero() {
        if (totalWeight != 0) {
            long virtual = Math.floorDiv(weightedSum, totalWeight);
            zero += virtual;
            weightedSum -= virtual * totalWeight;
        } else {
            weightedSum = 0;
        }
    }
}
