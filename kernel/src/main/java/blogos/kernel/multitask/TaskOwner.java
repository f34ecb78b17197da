package blogos.kernel.multitask;

/** On whose behalf a task runs: a process. A task without one is the kernel's own. */
public interface TaskOwner {
    /** Number of the process, for the log. */
    long processNumber();

    /** Number of the group of processes that it belongs to. */
    long processGroup();

    /**
     * The task was {@linkplain Tasks#kill killed} while its program runs or was in a system call that is through now:
     * ends the program ({@code UserEntry.leave}). Runs in the task, with interrupts on. Must not return.
     */
    void endProgram();
}
