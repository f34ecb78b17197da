package blogos.kernel.multitask;

/** Thrown by what blocks, in a task that was killed: it should give back what it holds, and end. */
public final class TaskKilledException extends RuntimeException {
    /** In a task. */
    TaskKilledException(Task task) {
        super(task.name());
    }
}
