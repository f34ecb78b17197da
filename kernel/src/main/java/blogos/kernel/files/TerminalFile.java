package blogos.kernel.files;

import blogos.kernel.io.RawOutput;
import blogos.kernel.user.UserBuffer;

/** The terminal. */
public final class TerminalFile extends OpenFile {
    private static final int CHUNK = 512;

    private final byte[] chunk = new byte[CHUNK];

    /** The system's terminal, for one user. */
    public TerminalFile() {}

    @Override
    public long write(UserBuffer source) throws blogos.kernel.user.SyscallException {
        int count = (int) Math.min(source.length(), CHUNK);
        if (!source.copyIn(0, chunk, count)) {
            throw badAddress();
        }
        for (int i = 0; i < count; i++) {
            RawOutput.print((char) (chunk[i] & 0xff));
        }
        return count;
    }
}
