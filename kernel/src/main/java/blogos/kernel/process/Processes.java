package blogos.kernel.process;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFaultBits;
import blogos.hal.TrapFrame;
import blogos.hal.Traps;
import blogos.hal.UserEntry;
import blogos.hal.VirtAddr;
import blogos.initrd.Initrd;
import blogos.initrd.InitrdEntry;
import blogos.initrd.InitrdException;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.FaultKind;
import blogos.kernel.multitask.Tasks;
import blogos.log.Log;

/**
 * Runs programs, each in a task of its own. Whatever a program does, the kernel goes on: a bad file is refused, a fault ends
 * the process, and its memory comes back.
 */
public final class Processes {
    /** Exit status of a process that an exception of the CPU ended: this plus the vector. */
    public static final int FAULT_STATUS = 128;

    /** Exit status of a process that was killed. */
    public static final int KILLED_STATUS = 137;

    /** What the log calls this part of the kernel. */
    static final String TARGET = "kernel.process";

    private static int lastNumber;

    private Processes() {}

    /**
     * Runs the programs that the initial RAM disk names, each to its end.
     *
     * @param archive the RAM disk; must stay mapped
     */
    public static void runInitialPrograms(Bytes archive) {
        Initrd initrd;
        try {
            initrd = Initrd.parse(archive);
        } catch (InitrdException e) {
            Log.error(TARGET, "The initial RAM disk is damaged: " + e.getMessage());
            return;
        }
        Log.info(TARGET, "Initial RAM disk: " + initrd.entries().size() + " objects");
        for (String path : InitialPrograms.of(initrd)) {
            InitrdEntry entry = initrd.find(path);
            if (entry == null || !entry.isRegularFile()) {
                Log.error(TARGET, "There is no program " + path);
            } else {
                run(path, entry.contents());
            }
        }
    }

    /** The process on whose behalf the kernel runs, or null. */
    static Process running() {
        return (Process) Tasks.current().owner();
    }

    /** Ends the running process from one of its exceptions or system calls. Never returns. */
    static void leave(int status) {
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
        leave(FAULT_STATUS + vector);
    }

    /** Loads a program, runs it to its end, and gives its memory back. */
    private static void run(String path, Bytes contents) {
        lastNumber++;
        Process process = null;
        try {
            process = ProgramLoader.load(lastNumber, path, contents);
            Process started = process;
            VirtAddr stack = ProgramLoader.prepareStack(process);
            Tasks.join(Tasks.spawn(process.name(), () -> runToEnd(started, stack), process));
        } catch (ElfException | OutOfFramesException | OutOfMemoryError e) {
            Log.error(TARGET, "Cannot run " + path + ": " + e.getMessage());
            if (process != null) {
                process.memory().destroy();
            }
        }
    }

    /** The work of a process's task. */
    private static void runToEnd(Process process, VirtAddr stack) {
        Log.info(TARGET, "Process " + process.number() + " runs " + process.path());
        int status = enter(process, stack);
        process.memory().destroy();
        Log.info(TARGET, "Process " + process.number() + " (" + process.name() + ") ended with status " + status);
    }

    /** Runs a process's program until it ends; answers its status. */
    private static int enter(Process process, VirtAddr stack) {
        VirtAddr entry = VirtAddr.of(process.file().entry());
        process.memory().activate();
        int status = (int) UserEntry.enter(entry, stack);
        AddressSpace.activateKernel();
        process.flushOutputs();
        return status;
    }
}
