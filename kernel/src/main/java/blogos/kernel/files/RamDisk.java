package blogos.kernel.files;

import blogos.aot.api.Bytes;
import blogos.initrd.Initrd;
import blogos.initrd.InitrdEntry;
import blogos.initrd.InitrdException;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that programs see: those of the initial RAM disk, read-only, and {@code /dev/null}. Directories are those
 * that paths imply.
 */
public final class RamDisk {
    private static final String NULL = "/dev/null";

    private static RamDisk mounted = new RamDisk(null);

    private final Initrd archive;

    private RamDisk(Initrd archive) {
        this.archive = archive;
    }

    /**
     * Makes an archive the system's files.
     *
     * @param bytes the archive, which must stay mapped
     * @return number of objects in it
     */
    public static int mount(Bytes bytes) throws InitrdException {
        mounted = new RamDisk(Initrd.parse(bytes));
        return mounted.archive.entries().size();
    }

    /** The system's files. */
    public static RamDisk mounted() {
        return mounted;
    }

    /**
     * Opens what a path names.
     *
     * @param path absolute and normalised
     * @throws SyscallException with {@link IoError#NOT_FOUND} if it names nothing
     */
    public OpenFile open(String path) throws SyscallException {
        if (path.equals(NULL)) {
            return new NullFile();
        }
        Bytes contents = contents(path);
        return contents != null ? new RamDiskFile(contents) : new RamDiskDirectory(names(path));
    }

    /** The contents of a regular file; null if there is none of that absolute and normalised path. */
    public Bytes contents(String path) {
        InitrdEntry entry = archive == null ? null : archive.find(path);
        return entry != null && entry.isRegularFile() ? entry.contents() : null;
    }

    /** Whether a path is that of a character device. */
    public boolean isDevice(String path) {
        return path.equals(NULL);
    }

    /** Whether a path is that of a directory. */
    public boolean isDirectory(String path) {
        try {
            names(path);
            return contents(path) == null;
        } catch (SyscallException e) {
            return false;
        }
    }

    /** The names in a directory, sorted as in the archive. */
    private List<String> names(String path) throws SyscallException {
        String prefix = path.equals("/") ? path : path + "/";
        List<String> names = new ArrayList<>();
        InitrdEntry self = archive == null ? null : archive.find(path);
        boolean isThere = path.equals("/") || self != null && self.isDirectory();
        for (InitrdEntry entry : archive == null ? List.<InitrdEntry>of() : archive.entries()) {
            if (entry.path().startsWith(prefix) && entry.path().length() > prefix.length()) {
                isThere = true;
                int slash = entry.path().indexOf('/', prefix.length());
                String name = entry.path().substring(prefix.length(), slash < 0 ? entry.path().length() : slash);
                if (names.isEmpty() || !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        if (!isThere) {
            throw new SyscallException(IoError.NOT_FOUND);
        }
        return names;
    }
}
