package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.multitask.TaskKilledException;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.log.Log;
import blogos.syscalls.IoError;
import blogos.syscalls.SyscallNumber;
import java.util.Arrays;

/**
 * Hands system calls to their {@link SyscallHandler}. Whatever a program asks for, it gets a result or an error, and
 * the kernel goes on.
 */
public final class Syscalls {
    /** What the log calls this part of the kernel. */
    static final String TARGET = "kernel.syscalls";

    private static final SyscallHandler[] HANDLERS = handlers();

    private Syscalls() {}

    /**
     * Serves the call that the registers of the running task's program describe, and puts the result there.
     */
    public static void dispatch(TrapFrame frame) {
        frame.rax(serve(Processes.running(), frame));
    }

    private static long serve(Process process, TrapFrame frame) {
        long number = frame.rax();
        if (number < 0 || number >= SyscallNumber.COUNT || HANDLERS[(int) number] == null) {
            return IoError.toResult(IoError.NO_SUCH_SYSTEM_CALL);
        }
        try {
            return HANDLERS[(int) number].call(process, frame);
        } catch (SyscallException e) {
            return IoError.toResult(e.code());
        } catch (TaskKilledException e) {
            return IoError.toResult(IoError.INTERRUPTED);
        } catch (OutOfMemoryError e) {
            Log.error(TARGET, "A system call ran out of memory");
            return IoError.toResult(IoError.OUT_OF_MEMORY);
        } catch (Throwable e) {
            report(number, e);
            return IoError.toResult(IoError.INTERNAL);
        }
    }

    /** Logs an exception that is the kernel's own fault. */
    private static void report(long number, Throwable failure) {
        try {
            Log.error(TARGET, SyscallNumber.nameOf(number) + " failed: " + failure);
            for (StackTraceElement element : failure.getStackTrace()) {
                Log.error(TARGET, "    at " + element);
            }
        } catch (Throwable e) {
            Log.error(TARGET, "A system call failed, and so did the report about it");
        }
    }

    private static SyscallHandler[] handlers() {
        SyscallHandler[] handlers = new SyscallHandler[SyscallNumber.COUNT];
        Arrays.fill(handlers, 0, SyscallNumber.NEXT_DIRENTRY + 1, new UnsupportedCall());
        handlers[SyscallNumber.NOP] = new NopCall();
        handlers[SyscallNumber.EXIT] = new ExitCall();
        handlers[SyscallNumber.WRITE] = new WriteCall();
        handlers[SyscallNumber.BRK] = new BrkCall();
        handlers[SyscallNumber.YIELD] = new YieldCall();
        handlers[SyscallNumber.MMAP] = new MmapCall();
        handlers[SyscallNumber.MUNMAP] = new MunmapCall();
        handlers[SyscallNumber.OPEN] = new OpenCall();
        handlers[SyscallNumber.READ] = new ReadCall();
        handlers[SyscallNumber.CLOSE] = new CloseCall();
        handlers[SyscallNumber.FLUSH] = new FlushCall();
        handlers[SyscallNumber.STAT] = new StatCall();
        handlers[SyscallNumber.NEXT_DIRENTRY] = new NextDirentryCall();
        handlers[SyscallNumber.SPAWN] = new SpawnCall();
        handlers[SyscallNumber.WAIT] = new WaitCall();
        handlers[SyscallNumber.KILL] = new KillCall();
        handlers[SyscallNumber.GETPID] = new GetPidCall();
        handlers[SyscallNumber.PIPE] = new PipeCall();
        handlers[SyscallNumber.SLEEP] = new SleepCall();
        handlers[SyscallNumber.CLOCK] = new ClockCall();
        handlers[SyscallNumber.DUP] = new DupCall();
        handlers[SyscallNumber.CHDIR] = new ChdirCall();
        handlers[SyscallNumber.GETCWD] = new GetcwdCall();
        handlers[SyscallNumber.PROCESS_INFO] = new ProcessInfoCall();
        handlers[SyscallNumber.MEMORY_INFO] = new MemoryInfoCall();
        handlers[SyscallNumber.FOREGROUND] = new ForegroundCall();
        handlers[SyscallNumber.POWER_OFF] = new PowerOffCall();
        return handlers;
    }
}
