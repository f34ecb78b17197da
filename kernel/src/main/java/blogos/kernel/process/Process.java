package blogos.kernel.process;

import blogos.elf.ElfFile;
import blogos.hal.InterruptMask;
import blogos.kernel.files.Descriptors;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.TaskOwner;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.syscalls.ExitStatus;

/** A running program: its memory, its open files, its place among the other processes, and in the end its status. */
public final class Process implements TaskOwner {
    /** State: its program runs. */
    static final int RUNNING = 0;

    /** State: it has ended, and its parent has not asked how. */
    static final int ENDED = 1;

    private final String path;
    private final ElfFile file;
    private final AddressSpace memory;
    private final UserHeap heap;
    private final Descriptors files = new Descriptors();

    private final UserBuffer buffer;

    /** Where paths that do not begin with a slash are looked up: absolute and normalised. */
    private String directory = "/";

    /** What the table of processes keeps in it; interrupts are off while it is read or written. */
    int number;

    int group;
    int state;
    int status;
    Process parent;
    Process firstChild;
    Process nextSibling;
    Process nextInBucket;
    Task task;
    private boolean isKilled;

    /** Where it waits for its children. */
    final WaitQueue childEnded = new WaitQueue();

    /** A process of the program at a path, loaded from a file. */
    Process(String path, ElfFile file, AddressSpace memory, UserHeap heap) {
        this.path = path;
        this.file = file;
        this.memory = memory;
        this.heap = heap;
        this.buffer = UserBuffer.none(memory);
    }

    /** Tells it its task, which may run already. */
    void setTask(Task own) {
        boolean wereOn = InterruptMask.set();
        task = own;
        InterruptMask.restore(wereOn);
    }

    /** Called by its task, first of all. False if it was killed before. */
    boolean begin(Task own) {
        boolean wereOn = InterruptMask.set();
        task = own;
        boolean wasKilled = isKilled;
        InterruptMask.restore(wereOn);
        return !wasKilled;
    }

    /** Makes it end as soon as it can. */
    void kill() {
        boolean wereOn = InterruptMask.set();
        isKilled = true;
        if (task != null && state != ENDED) {
            Tasks.kill(task);
        }
        InterruptMask.restore(wereOn);
    }

    /** Number of the process, from 1. */
    public int number() {
        return number;
    }

    /** Whether it is the one that the kernel started, which takes care of orphans and ends the machine. */
    public boolean isFirst() {
        return number == 1;
    }

    /** Nanoseconds for which it has had a CPU. */
    public long cpuNanos() {
        Task now = task;
        return now == null ? 0 : now.runtimeNanos();
    }

    /** Number of its group: processes that Ctrl-C ends together. */
    public int group() {
        return group;
    }

    /** Number of its parent; 0 if it has none. */
    public int parentNumber() {
        Process now = parent;
        return now == null ? 0 : now.number;
    }

    @Override
    public long processNumber() {
        return number;
    }

    @Override
    public long processGroup() {
        return group;
    }

    /** Ends the program, since somebody has killed the process. */
    @Override
    public void endProgram() {
        Processes.leave(ExitStatus.of(ExitStatus.KILLED, 0));
    }

    /** Path of its program. */
    String path() {
        return path;
    }

    /** Last component of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its program's file. */
    ElfFile file() {
        return file;
    }

    /** Its memory. */
    public AddressSpace memory() {
        return memory;
    }

    /** The part of its memory that {@code brk} makes larger and smaller. */
    public UserHeap heap() {
        return heap;
    }

    /** Its descriptors. Only its own task uses them, or that of its parent before it runs. */
    public Descriptors files() {
        return files;
    }

    /** Its working directory: absolute and normalised. */
    public String directory() {
        return directory;
    }

    /** Sets the working directory. */
    public void setDirectory(String path) {
        directory = path;
    }

    /**
     * A range of its memory, as a system call was given it. There is one such buffer in a process, which is used until the
     * next call of this.
     *
     * @throws SyscallException if it is not all in the program's half
     */
    public UserBuffer buffer(long start, long length) throws SyscallException {
        return buffer.move(start, length);
    }
}
