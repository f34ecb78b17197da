package blogos.kernel.multitask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scheduler's decisions, on a clock of the test's own. */
final class RunQueueTest {
    private static final long SLICE = SchedulingEntity.DEFAULT_SLICE_NANOS;
    private static final int SLICES = 10_000;

    private final RunQueue queue = new RunQueue();

    private SchedulingEntity join(int weight) {
        SchedulingEntity entity = new SchedulingEntity();
        entity.weight = weight;
        queue.join(entity);
        return entity;
    }

    /** Lets whoever's turn it is run for one slice, that often. */
    private void run(int slices) {
        for (int i = 0; i < slices; i++) {
            queue.next(false);
            queue.charge(SLICE);
        }
    }

    @Test
    void twoEqualOnesShare() {
        SchedulingEntity a = join(1024);
        SchedulingEntity b = join(1024);
        run(SLICES);
        assertEquals(SLICES / 2 * SLICE, a.runtimeNanos);
        assertEquals(SLICES / 2 * SLICE, b.runtimeNanos);
    }

    @Test
    void weightsAreShares() {
        SchedulingEntity[] entities = {join(1024), join(2048), join(4096)};
        run(SLICES);
        for (SchedulingEntity entity : entities) {
            double fair = (double) SLICES * SLICE * entity.weight / 7168;
            assertEquals(fair, entity.runtimeNanos, fair * 0.02);
        }
    }

    @Test
    void nobodyIsAheadOrBehindByMoreThanASlice() {
        Random random = new Random(4);
        List<SchedulingEntity> entities = new ArrayList<>();
        long weights = 0;
        for (int i = 0; i < 50; i++) {
            int weight = Priority.weightOf(random.nextInt(40) - 20);
            entities.add(join(weight));
            weights += weight;
        }
        long total = 0;
        for (int i = 0; i < SLICES; i++) {
            queue.next(false);
            long part = 1 + random.nextInt((int) SLICE);
            part = Math.min(part, queue.restOfSlice());
            queue.charge(part);
            total += part;
            for (SchedulingEntity entity : entities) {
                double fair = (double) total * entity.weight / weights;
                assertEquals(fair, entity.runtimeNanos, SLICE * 1.01);
            }
        }
    }

    @Test
    void sleepNeitherEarnsNorForgives() {
        SchedulingEntity worker = join(1024);
        SchedulingEntity sleeper = join(1024);
        long total = 0;
        while (queue.next(false) != sleeper) {
            queue.charge(SLICE);
            total += SLICE;
        }
        queue.charge(SLICE / 4);
        queue.leave();
        for (int i = 0; i < 1000; i++) {
            assertSame(worker, queue.next(false));
            queue.charge(SLICE);
        }
        long workerBefore = worker.runtimeNanos;
        long sleeperBefore = sleeper.runtimeNanos;
        queue.join(sleeper);
        run(1000);
        assertEquals(worker.runtimeNanos - workerBefore, sleeper.runtimeNanos - sleeperBefore, 2 * SLICE);
        assertTrue(total > 0);
    }

    @Test
    void aWokenOneIsServedWithinASlice() {
        for (int i = 0; i < 20; i++) {
            join(1024);
        }
        SchedulingEntity sleeper = join(1024);
        while (queue.next(false) != sleeper) {
            queue.charge(SLICE);
        }
        queue.leave();
        run(500);
        sleeper.lag = 0;
        sleeper.sliceNanos = SLICE / 8;
        queue.join(sleeper);
        long waited = 0;
        while (queue.next(false) != sleeper) {
            long rest = queue.restOfSlice();
            queue.charge(rest);
            waited += rest;
        }
        assertTrue(waited <= SLICE + 1, "it waited " + waited + " ns");
    }

    @Test
    void whoYieldsMakesWay() {
        SchedulingEntity a = join(1024);
        SchedulingEntity b = join(15);
        SchedulingEntity before = queue.next(true);
        for (int i = 0; i < 100; i++) {
            queue.charge(1000);
            SchedulingEntity now = queue.next(true);
            assertNotSame(before, now);
            before = now;
        }
        assertTrue(a.runtimeNanos > 0 && b.runtimeNanos > 0);
        queue.leave();
        SchedulingEntity last = queue.next(true);
        assertSame(last, queue.next(true));
        queue.leave();
        assertSame(null, queue.next(true));
    }

    @Test
    void lagsSumToZero() {
        Random random = new Random(7);
        List<SchedulingEntity> here = new ArrayList<>();
        List<SchedulingEntity> away = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            here.add(join(Priority.weightOf(random.nextInt(40) - 20)));
        }
        for (int i = 0; i < 20_000; i++) {
            SchedulingEntity now = queue.next(random.nextInt(10) == 0);
            queue.charge(random.nextInt((int) SLICE));
            int action = random.nextInt(6);
            if (action == 0 && here.size() > 1) {
                queue.leave();
                here.remove(now);
                away.add(now);
                assertTrue(Math.abs(now.lag) <= 2 * now.virtualSlice());
            } else if (action == 1 && !away.isEmpty()) {
                SchedulingEntity back = away.remove(random.nextInt(away.size()));
                queue.join(back);
                here.add(back);
            } else if (action == 2) {
                SchedulingEntity changed = here.get(random.nextInt(here.size()));
                queue.setWeight(changed, Priority.weightOf(random.nextInt(40) - 20), true);
            }
        }
        while (!away.isEmpty()) {
            queue.join(away.remove(0));
        }
        for (int i = 0; i < 30; i++) {
            assertSame(queue.next(false), queue.running());
            queue.leave();
        }
        assertTrue(queue.isEmpty());
    }

    @Test
    void prioritiesAreStepsOfAQuarter() {
        assertEquals(1024, Priority.weightOf(0));
        for (int priority = -20; priority < 19; priority++) {
            double step = (double) Priority.weightOf(priority) / Priority.weightOf(priority + 1);
            assertEquals(1.25, step, 0.06);
        }
    }
}
