package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.files.RamDisk;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** {@code chdir(path, length)}. */
final class ChdirCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        String path = UserText.path(process, frame.rdi(), frame.rsi());
        if (!RamDisk.mounted().isDirectory(path)) {
            throw new SyscallException(IoError.NOT_FOUND);
        }
        process.setDirectory(path);
        return 0;
    }
}
