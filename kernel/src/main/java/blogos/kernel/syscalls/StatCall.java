package blogos.kernel.syscalls;

import blogos.aot.api.Bytes;
import blogos.hal.TrapFrame;
import blogos.kernel.files.RamDisk;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;
import blogos.syscalls.StatLayout;

/** {@code stat(path, length, record)}. */
final class StatCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        String path = UserText.path(process, frame.rdi(), frame.rsi());
        RamDisk files = RamDisk.mounted();
        Bytes contents = files.contents(path);
        int type = contents != null ? StatLayout.REGULAR : StatLayout.DIRECTORY;
        if (files.isDevice(path)) {
            type = StatLayout.CHARACTER_DEVICE;
        } else if (contents == null && !files.isDirectory(path)) {
            throw new SyscallException(IoError.NOT_FOUND);
        }
        Record record = new Record(StatLayout.RECORD_SIZE);
        record.putLong(StatLayout.SIZE, contents == null ? 0 : contents.length());
        record.putInt(StatLayout.FILE_TYPE, type);
        record.copyTo(process, frame.rdx());
        return 0;
    }
}
