package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.files.TerminalFile;
import blogos.kernel.terminal.Terminal;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.syscalls.SyscallNumber;

/** {@code foreground(group, flags)}. */
final class ForegroundCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        long group = frame.rdi();
        boolean isProtected = (frame.rsi() & SyscallNumber.PROTECTED) != 0;
        TerminalFile.giveTo(group);
        Terminal.system().onInterrupt(isProtected ? () -> {} : () -> Processes.killGroup(group));
        return 0;
    }
}
