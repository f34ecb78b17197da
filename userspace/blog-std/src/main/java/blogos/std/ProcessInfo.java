package blogos.std;

import blogos.syscalls.IoError;
import blogos.syscalls.ProcessLayout;
import blogos.syscalls.SyscallNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * What the system tells about a process.
 *
 * @param number its number
 * @param parent number of its parent; 0 if it has none
 * @param group number of its group
 * @param state one of the states in {@link ProcessLayout}
 * @param memoryBytes memory that it has in use
 * @param cpuNanos nanoseconds for which it has had a CPU
 * @param name its program's name
 */
public record ProcessInfo(int number, int parent, int group, int state, long memoryBytes, long cpuNanos, String name) {
    /** All processes, by number. */
    public static List<ProcessInfo> all() throws SystemCallException {
        List<ProcessInfo> all = new ArrayList<>();
        CallBuffer record = new CallBuffer(ProcessLayout.RECORD_SIZE);
        long next = 1;
        while (true) {
            long number = Syscall.call(SyscallNumber.PROCESS_INFO, next, record.address());
            if (number == IoError.toResult(IoError.NOT_FOUND)) {
                return all;
            }
            next = SystemCallException.check(number) + 1;
            all.add(new ProcessInfo(
                    record.getInt(ProcessLayout.NUMBER),
                    record.getInt(ProcessLayout.PARENT),
                    record.getInt(ProcessLayout.GROUP),
                    record.getInt(ProcessLayout.STATE),
                    record.getLong(ProcessLayout.MEMORY),
                    record.getLong(ProcessLayout.CPU_TIME),
                    record.getText(ProcessLayout.NAME)));
        }
    }
}
