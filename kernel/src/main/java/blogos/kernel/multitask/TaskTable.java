package blogos.kernel.multitask;

import blogos.hal.InterruptMask;

/**
 * All tasks that have not been given back, which this keeps alive for the collector. Those that have ended are in a list
 * beside it until somebody gives back what they held.
 */
final class TaskTable {
    /** How many tasks there is room for at first. */
    static final int FIRST_CAPACITY = 64;

    /** The tasks at the front, in no order. */
    private Task[] all = new Task[FIRST_CAPACITY];

    private int count;
    private long lastId;

    /** The tasks that have ended, linked by {@link Task#nextWaiting}. */
    private Task dead;

    /** A number for a new task. */
    long nextId() {
        boolean wereOn = InterruptMask.set();
        long id = ++lastId;
        InterruptMask.restore(wereOn);
        return id;
    }

    /** Number of tasks. */
    int count() {
        return count;
    }

    /** Enters a task, and sees to it that there is a timer for each. */
    void add(Task task) {
        while (!tryAdd(task)) {
            grow();
        }
    }

    private boolean tryAdd(Task task) {
        boolean wereOn = InterruptMask.set();
        boolean fits = count < all.length;
        if (fits) {
            task.tableIndex = count;
            all[count] = task;
            count++;
        }
        InterruptMask.restore(wereOn);
        return fits;
    }

    /** Doubles the room, unless somebody else has done so meanwhile. */
    private void grow() {
        int capacity = 2 * all.length;
        Task[] table = new Task[capacity];
        Task[] timers = new Task[capacity];
        boolean wereOn = InterruptMask.set();
        if (capacity > all.length) {
            System.arraycopy(all, 0, table, 0, count);
            all = table;
            Scheduler.get().timers.useRoom(timers);
        }
        InterruptMask.restore(wereOn);
    }

    /** Notes that a task has ended. Interrupts are off, and stay so until its stack is left. */
    void addDead(Task task) {
        task.nextWaiting = dead;
        dead = task;
    }

    /** Takes a task that has ended out of the table and the list of records; null if there is none. */
    Task takeDead() {
        boolean wereOn = InterruptMask.set();
        Task task = dead;
        if (task != null) {
            dead = task.nextWaiting;
            task.nextWaiting = null;
            remove(task);
            task.record.unlink();
        }
        InterruptMask.restore(wereOn);
        return task;
    }

    private void remove(Task task) {
        count--;
        Task moved = all[count];
        all[count] = null;
        if (moved != task) {
            all[task.tableIndex] = moved;
            moved.tableIndex = task.tableIndex;
        }
    }
}
