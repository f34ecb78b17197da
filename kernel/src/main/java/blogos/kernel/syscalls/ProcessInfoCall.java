package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;
import blogos.syscalls.ProcessLayout;
import java.nio.charset.StandardCharsets;

/** {@code process_info(process, record)}. */
final class ProcessInfoCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        Process found = Processes.next(frame.rdi());
        if (found == null) {
            throw new SyscallException(IoError.NOT_FOUND);
        }
        Record record = new Record(ProcessLayout.RECORD_SIZE);
        record.putInt(ProcessLayout.NUMBER, found.number());
        record.putInt(ProcessLayout.PARENT, found.parentNumber());
        record.putInt(ProcessLayout.GROUP, found.group());
        record.putInt(ProcessLayout.STATE, stateOf(found, process));
        record.putLong(ProcessLayout.MEMORY, found.memory().residentBytes());
        record.putLong(ProcessLayout.CPU_TIME, found.cpuNanos());
        byte[] name = found.name().getBytes(StandardCharsets.UTF_8);
        record.putBytes(ProcessLayout.NAME, name, Math.min(name.length, ProcessLayout.NAME_SIZE - 1));
        record.copyTo(process, frame.rsi());
        return found.number();
    }

    private static int stateOf(Process found, Process caller) {
        if (Processes.hasEnded(found)) {
            return ProcessLayout.ENDED;
        }
        return found == caller || Processes.isRunnable(found) ? ProcessLayout.RUNNING : ProcessLayout.WAITING;
    }
}
