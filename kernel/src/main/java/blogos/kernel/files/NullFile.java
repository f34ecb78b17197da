package blogos.kernel.files;

import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.syscalls.IoError;

/** Takes everything and holds nothing. */
final class NullFile extends OpenFile {
    @Override
    public long read(UserBuffer target) throws SyscallException {
        throw new SyscallException(IoError.END_OF_FILE);
    }

    @Override
    public long write(UserBuffer source) {
        return source.length();
    }
}
