package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;

/** The tasks that wait for the CPU, in the order in which they get it. */
@NoPoll
final class RunQueue {
    private Task first;
    private Task last;

    /** Puts a task at the end. */
    void add(Task task) {
        task.nextWaiting = null;
        if (first == null) {
            first = task;
        } else {
            last.nextWaiting = task;
        }
        last = task;
    }

    /** Takes the first one; null if there is none. */
    Task poll() {
        Task task = first;
        if (task != null) {
            first = task.nextWaiting;
            task.nextWaiting = null;
        }
        return task;
    }

    /** Whether nobody waits. */
    boolean isEmpty() {
        return first == null;
    }
}
