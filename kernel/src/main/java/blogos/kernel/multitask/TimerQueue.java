package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;

/**
 * The tasks that are to be woken at some time: a binary heap with the earliest at the root. Nothing here allocates; the
 * room is made when a task comes into being ({@link #useRoom}). Times are nanoseconds of {@code Timestamp.nanos}.
 */
@NoPoll
final class TimerQueue {
    /** A task's {@code timerIndex} while it is not in here. */
    static final int NONE = -1;

    private Task[] heap;
    private int count;

    /** A queue with room for some tasks. */
    TimerQueue(int capacity) {
        heap = new Task[capacity];
    }

    /** Moves to an array with more room. */
    void useRoom(Task[] larger) {
        System.arraycopy(heap, 0, larger, 0, count);
        heap = larger;
    }

    /** The task that comes first; null if there is none. */
    Task first() {
        return count == 0 ? null : heap[0];
    }

    /** Enters a task with its {@code wakeAt}. */
    void add(Task task) {
        count++;
        siftUp(count - 1, task);
    }

    /** Takes a task out. */
    void remove(Task task) {
        int index = task.timerIndex;
        task.timerIndex = NONE;
        count--;
        Task moved = heap[count];
        heap[count] = null;
        if (moved != task) {
            siftUp(index, moved);
            siftDown(moved.timerIndex, moved);
        }
    }

    private void siftUp(int from, Task task) {
        int at = from;
        while (at > 0 && task.wakeAt < heap[(at - 1) / 2].wakeAt) {
            put(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, task);
    }

    private void siftDown(int from, Task task) {
        int at = from;
        while (2 * at + 1 < count) {
            int child = 2 * at + 1;
            if (child + 1 < count && heap[child + 1].wakeAt < heap[child].wakeAt) {
                child++;
            }
            if (heap[child].wakeAt >= task.wakeAt) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, task);
    }

    private void put(int index, Task task) {
        heap[index] = task;
        task.timerIndex = index;
    }
}
