package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.WaitLayout;

/** {@code wait(process, flags, record)}. */
final class WaitCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        long address = frame.rdx();
        if (address != 0) {
            process.buffer(address, WaitLayout.RECORD_SIZE);
        }
        Process child = Processes.await(process, frame.rdi(), (frame.rsi() & WaitLayout.NO_HANG) == 0);
        if (child == null) {
            return 0;
        }
        if (address != 0) {
            Record record = new Record(WaitLayout.RECORD_SIZE);
            record.putInt(WaitLayout.STATUS, Processes.statusOf(child));
            record.copyTo(process, address);
        }
        return child.number();
    }
}
