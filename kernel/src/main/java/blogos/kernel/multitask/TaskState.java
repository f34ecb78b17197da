package blogos.kernel.multitask;

/** What a task is doing. */
public enum TaskState {
    /** It could run, and waits for the CPU. */
    READY,
    /** It has the CPU. */
    RUNNING,
    /** It waits for something that another task or an interrupt will bring. */
    BLOCKED,
    /** It has ended. */
    DEAD
}
