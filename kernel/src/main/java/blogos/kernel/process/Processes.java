package blogos.kernel.process;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFaultBits;
import blogos.hal.TrapFrame;
import blogos.hal.Traps;
import blogos.hal.UserEntry;
import blogos.hal.VirtAddr;
import blogos.kernel.files.RamDisk;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.FaultKind;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.TaskState;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.user.SyscallException;
import blogos.log.Log;
import blogos.syscalls.ExitStatus;
import blogos.syscalls.IoError;
import java.util.List;

/**
 * How processes begin and end. Each runs its program in a task of its own. Whatever a program does, the kernel goes on:
 * a bad file is refused, a fault ends the process, and what it had comes back.
 */
public final class Processes {
    /** What the log calls this part of the kernel. */
    static final String TARGET = "kernel.process";


    private Processes() {}

    /** The process on whose behalf the kernel runs, or null. */
    public static Process running() {
        return (Process) Tasks.current().owner();
    }

    /** The process with a number; null if there is none. */
    public static Process find(long number) {
        return ProcessTable.find(number);
    }

    /** The process with the lowest number that is not below one; null if there is none. */
    public static Process next(long number) {
        return ProcessTable.next(number);
    }

    /** Number of processes, those included that have ended and were not asked for. */
    public static int count() {
        return ProcessTable.count();
    }

    /** Whether a process has ended. */
    public static boolean hasEnded(Process process) {
        return process.state == Process.ENDED;
    }

    /** Whether a process has the CPU or waits for it. */
    public static boolean isRunnable(Process process) {
        Task task = process.task;
        return task != null && (task.state() == TaskState.READY || task.state() == TaskState.RUNNING);
    }

    /** How a process that has ended did so: an {@link ExitStatus}. */
    public static int statusOf(Process process) {
        return process.status;
    }

    /**
     * Starts a process.
     *
     * @param parent whose child it becomes; null for nobody's
     * @throws SyscallException if there is no such program, it cannot be loaded, or memory is short; the files of the
     *     launch are not used any more then
     */
    public static Process start(Launch launch, Process parent) throws SyscallException {
        Bytes contents = RamDisk.mounted().contents(launch.path());
        if (contents == null) {
            launch.giveUp();
            throw new SyscallException(IoError.NOT_FOUND);
        }
        return start(launch, contents, parent);
    }

    /** The same from the contents of a file, which must stay mapped while the process lives. */
    public static Process start(Launch launch, Bytes contents, Process parent) throws SyscallException {
        boolean isStarted = false;
        Process process = null;
        try {
            process = load(launch, contents);
            VirtAddr stack = ProgramLoader.prepareStack(process, launch);
            process.setDirectory(launch.directory());
            for (int i = 0; i < launch.fileCount(); i++) {
                process.files().set(launch.descriptor(i), launch.file(i).share());
            }
            Process ready = process;
            ProcessTable.add(process, parent, launch.group());
            try {
                process.setTask(Tasks.spawn(process.name(), () -> run(ready, stack), process));
            } catch (OutOfFramesException | OutOfMemoryError e) {
                ProcessTable.withdraw(process);
                throw e;
            }
            isStarted = true;
            return process;
        } catch (OutOfFramesException | OutOfMemoryError e) {
            throw new SyscallException(IoError.OUT_OF_MEMORY);
        } finally {
            launch.giveUp();
            if (!isStarted && process != null) {
                process.files().closeAll();
                process.memory().destroy();
            }
        }
    }

    private static Process load(Launch launch, Bytes contents) throws SyscallException {
        try {
            return ProgramLoader.load(launch.path(), contents);
        } catch (ElfException e) {
            Log.debug(TARGET, launch.path() + " cannot be loaded: " + e.getMessage());
            throw new SyscallException(IoError.LOAD_ERROR);
        }
    }

    /** The work of a process's task. */
    private static void run(Process process, VirtAddr stack) {
        int status = ExitStatus.of(ExitStatus.KILLED, 0);
        try {
            if (process.begin(Tasks.current())) {
                Log.debug(TARGET, "Process " + process.number + " runs " + process.path());
                process.memory().activate();
                status = (int) UserEntry.enter(VirtAddr.of(process.file().entry()), stack);
                AddressSpace.activateKernel();
            }
        } finally {
            process.files().closeAll();
            process.memory().destroy();
            ProcessTable.end(process, status);
        }
        Log.debug(
                TARGET,
                "Process " + process.number + " (" + process.name() + ") ended: " + ExitStatus.describe(status));
    }

    /**
     * Waits for the end of a child of a process.
     *
     * @param number of the child; 0 for any
     * @param waits whether to wait for it
     * @return the child; null if none has ended
     * @throws SyscallException with {@link IoError#NO_CHILD} if there is no such child
     */
    public static Process await(Process parent, long number, boolean waits) throws SyscallException {
        Process child = ProcessTable.await(parent, number, waits);
        if (child != null) {
            Tasks.reap();
        }
        return child;
    }

    /** Waits for the end of a process that is nobody's child; answers its {@link ExitStatus}. */
    public static int join(Process process) {
        Tasks.join(process.task);
        return process.status;
    }

    /** Makes a process end as soon as it can. */
    public static void kill(Process process) {
        process.kill();
    }

    /** Makes all processes of a group end. */
    public static void killGroup(long group) {
        for (Process process = next(1); process != null; process = next(process.number + 1)) {
            if (process.group == group) {
                kill(process);
            }
        }
    }

    /**
     * Where the running process's program is, innermost first, one line each.
     *
     * @param registers the program's, by DWARF number, 0 to 16 (the program counter)
     * @throws ElfException if its file's names of sections are damaged
     */
    public static List<String> backtrace(long[] registers) throws ElfException {
        return ProgramBacktrace.of(running(), registers);
    }

    /** Ends the running process with an {@link ExitStatus}, from one of its exceptions or system calls. Never returns. */
    public static void leave(int status) {
        UserEntry.leave(status);
    }

    /**
     * A program caused an exception. For a page that is to come when it is touched, returns with the page there, so
     * that the program goes on; otherwise reports the exception and ends the process, and never returns. Interrupts
     * should be on: both may take long.
     *
     * @param errorCode what the CPU says about it
     * @param address the address whose access failed, for a page fault
     */
    public static void onUserFault(TrapFrame frame, int vector, long errorCode, long address) {
        FaultKind kind = null;
        if (vector == Traps.PAGE_FAULT) {
            boolean writing = (errorCode & PageFaultBits.WRITE) != 0;
            boolean executing = (errorCode & PageFaultBits.FETCH) != 0;
            kind = running().memory().fault(address, writing, executing);
            if (kind == FaultKind.RESOLVED) {
                return;
            }
        }
        try {
            FaultReport.log(running(), frame, vector, errorCode, address, kind);
        } catch (Throwable e) {
            Log.error(TARGET, "A program is ended by an exception, and the report about it failed");
        }
        leave(ExitStatus.of(ExitStatus.FAULT, vector));
    }
}
