package blogos.kernel.files;

import blogos.hal.InterruptMask;
import blogos.kernel.terminal.Terminal;
import blogos.kernel.multitask.TaskOwner;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.syscalls.IoError;

/**
 * The terminal. It belongs to one group of processes at a time: other processes wait when they read from it. All may
 * write.
 */
public final class TerminalFile extends OpenFile {
    private static final int CHUNK = 512;

    private static final WaitQueue waiting = new WaitQueue();
    private static long foreground;

    /** The system's terminal, for one user. */
    public TerminalFile() {}

    /** Gives the terminal to a group; 0 stands for everybody. */
    public static void giveTo(long group) {
        boolean wereOn = InterruptMask.set();
        foreground = group;
        waiting.wakeAll();
        InterruptMask.restore(wereOn);
    }

    @Override
    public long read(UserBuffer target) throws SyscallException {
        if (target.length() == 0) {
            return 0;
        }
        awaitForeground(Tasks.current().owner());
        byte[] chunk = new byte[(int) Math.min(target.length(), CHUNK)];
        int count = Terminal.system().read(chunk, 0, chunk.length);
        if (count == 0) {
            throw new SyscallException(IoError.END_OF_FILE);
        }
        if (!target.copyOut(0, chunk, count)) {
            throw badAddress();
        }
        return count;
    }

    private static void awaitForeground(TaskOwner reader) {
        boolean wereOn = InterruptMask.set();
        try {
            while (foreground != 0 && foreground != reader.processGroup()) {
                waiting.await();
            }
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    @Override
    public long write(UserBuffer source) throws SyscallException {
        byte[] chunk = new byte[(int) Math.min(source.length(), CHUNK)];
        if (!source.copyIn(0, chunk, chunk.length)) {
            throw badAddress();
        }
        Terminal.system().write(chunk, 0, chunk.length);
        return chunk.length;
    }
}
