package blogos.kernel.multitask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The heap of timers against a list. */
final class TimerQueueTest {
    @Test
    void theEarliestComesFirst() {
        TimerQueue queue = new TimerQueue(8);
        List<Task> model = new ArrayList<>();
        Random random = new Random(3);
        int capacity = 8;
        for (int i = 0; i < 10_000; i++) {
            if (model.isEmpty() || random.nextInt(100) > model.size()) {
                if (model.size() == capacity) {
                    capacity *= 2;
                    queue.useRoom(new Task[capacity]);
                }
                Task task = new Task(i, null, null);
                task.wakeAt = random.nextInt(50);
                queue.add(task);
                model.add(task);
            } else if (random.nextBoolean()) {
                queue.remove(model.remove(random.nextInt(model.size())));
            } else {
                Task first = queue.first();
                queue.remove(first);
                model.remove(first);
            }
            long earliest = model.stream()
                    .min(Comparator.comparingLong(task -> task.wakeAt))
                    .map(task -> task.wakeAt)
                    .orElse(-1L);
            assertEquals(earliest, queue.first() == null ? -1 : queue.first().wakeAt);
        }
        while (!model.isEmpty()) {
            queue.remove(model.remove(0));
        }
        assertNull(queue.first());
    }
}
