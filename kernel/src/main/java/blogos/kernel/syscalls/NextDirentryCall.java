package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.files.OpenFile;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.DirectoryEntryLayout;
import blogos.syscalls.IoError;
import java.nio.charset.StandardCharsets;

/** {@code next_direntry(fd, record)}. An entry that does not fit comes again in the next call. */
final class NextDirentryCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        OpenFile directory = process.files().get(frame.rdi());
        long room = Record.readLong(process, frame.rsi() + DirectoryEntryLayout.RECORD_LENGTH);
        if (room < DirectoryEntryLayout.NAME) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        byte[] name = directory.nextEntry().getBytes(StandardCharsets.UTF_8);
        boolean isDone = false;
        try {
            if (name.length > room - DirectoryEntryLayout.NAME) {
                throw new SyscallException(IoError.INVALID_ARGUMENT);
            }
            boolean hasNul = name.length < room - DirectoryEntryLayout.NAME;
            int size = DirectoryEntryLayout.NAME + name.length;
            Record record = new Record(hasNul ? size + 1 : size);
            record.putLong(DirectoryEntryLayout.RECORD_LENGTH, size);
            record.putBytes(DirectoryEntryLayout.NAME, name, name.length);
            record.copyTo(process, frame.rsi());
            isDone = true;
            return 0;
        } finally {
            if (!isDone) {
                directory.pushBackEntry();
            }
        }
    }
}
