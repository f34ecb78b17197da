package blogos.initrd;

import blogos.aot.api.Bytes;

/** A named object of an {@link Initrd}. Its contents are a view of the archive's memory. */
public final class InitrdEntry {
    private static final int TYPE_MASK = 0xf000;
    private static final int DIRECTORY = 0x4000;
    private static final int REGULAR = 0x8000;
    private static final int SYMBOLIC_LINK = 0xa000;

    private final String path;
    private final int mode;
    private final Bytes contents;

    InitrdEntry(String path, int mode, Bytes contents) {
        this.path = path;
        this.mode = mode;
        this.contents = contents;
    }

    /** Absolute path: {@code /} or {@code /a/b}, without empty, {@code .} or {@code ..} components. */
    public String path() {
        return path;
    }

    /** Unix file mode: type and permission bits. */
    public int mode() {
        return mode;
    }

    /** Whether this is a regular file. */
    public boolean isRegularFile() {
        return (mode & TYPE_MASK) == REGULAR;
    }

    /** Whether this is a directory. */
    public boolean isDirectory() {
        return (mode & TYPE_MASK) == DIRECTORY;
    }

    /** Whether this is a symbolic link; its contents are the target. */
    public boolean isSymbolicLink() {
        return (mode & TYPE_MASK) == SYMBOLIC_LINK;
    }

    /** The bytes of a file; empty for a directory. */
    public Bytes contents() {
        return contents;
    }
}
