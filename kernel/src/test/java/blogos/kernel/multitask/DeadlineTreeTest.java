package blogos.kernel.multitask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree against a list. */
final class DeadlineTreeTest {
    private final DeadlineTree tree = new DeadlineTree();
    private final List<SchedulingEntity> model = new ArrayList<>();

    @Test
    void findsWhatAListFinds() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            if (model.isEmpty() || random.nextInt(200) > model.size()) {
                SchedulingEntity entity = new SchedulingEntity();
                entity.vruntime = Long.MAX_VALUE - 500 + random.nextInt(1000);
                entity.deadline = entity.vruntime + random.nextInt(300);
                tree.insert(entity);
                model.add(entity);
            } else {
                tree.remove(model.remove(random.nextInt(model.size())));
            }
            check(Long.MAX_VALUE - 500 + random.nextInt(1000));
        }
        assertEquals(model.isEmpty(), tree.isEmpty());
    }

    private void check(long latest) {
        SchedulingEntity best = null;
        SchedulingEntity earliest = null;
        for (SchedulingEntity entity : model) {
            boolean started = entity.vruntime - latest <= 0;
            if (started && (best == null || entity.deadline - best.deadline < 0)) {
                best = entity;
            }
            if (earliest == null || entity.vruntime - earliest.vruntime < 0) {
                earliest = entity;
            }
        }
        SchedulingEntity found = tree.firstStartedBy(latest);
        if (best == null) {
            assertNull(found);
        } else {
            assertTrue(found.vruntime - latest <= 0);
            assertEquals(best.deadline, found.deadline);
        }
        if (earliest != null) {
            assertEquals(earliest.vruntime, tree.earliestStart().vruntime);
        }
    }

    @Test
    void thousandsStayShallow() {
        for (int i = 0; i < 4096; i++) {
            SchedulingEntity entity = new SchedulingEntity();
            entity.vruntime = i;
            entity.deadline = i;
            tree.insert(entity);
            model.add(entity);
        }
        int deepest = 0;
        for (SchedulingEntity entity : model) {
            int depth = 0;
            for (SchedulingEntity at = entity; at != null; at = at.parent) {
                depth++;
            }
            deepest = Math.max(deepest, depth);
        }
        assertTrue(deepest <= 48, "depth " + deepest);
    }
}
