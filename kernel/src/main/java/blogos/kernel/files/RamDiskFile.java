package blogos.kernel.files;

import blogos.aot.api.Bytes;
import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.syscalls.IoError;

/** A file of the initial RAM disk, which nobody can write. */
final class RamDiskFile extends OpenFile {
    private static final int CHUNK = 4096;

    private final Bytes contents;
    private final byte[] chunk = new byte[CHUNK];
    private long position;

    RamDiskFile(Bytes contents) {
        this.contents = contents;
    }

    /** Reads at most 4096 bytes. */
    @Override
    public long read(UserBuffer target) throws SyscallException {
        int count = (int) Math.min(Math.min(target.length(), CHUNK), contents.length() - position);
        if (count == 0 && target.length() != 0) {
            throw new SyscallException(IoError.END_OF_FILE);
        }
        contents.copyTo(position, chunk, 0, count);
        if (!target.copyOut(0, chunk, 0, count)) {
            throw badAddress();
        }
        position += count;
        return count;
    }
}
