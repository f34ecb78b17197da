package blogos.kernel.files;

import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;
import java.util.List;

/** A directory of the initial RAM disk. */
final class RamDiskDirectory extends OpenFile {
    private final List<String> names;
    private int next;

    RamDiskDirectory(List<String> names) {
        this.names = names;
    }

    @Override
    public String nextEntry() throws SyscallException {
        if (next == names.size()) {
            throw new SyscallException(IoError.END_OF_FILE);
        }
        next++;
        return names.get(next - 1);
    }

    @Override
    public void pushBackEntry() {
        next--;
    }
}
