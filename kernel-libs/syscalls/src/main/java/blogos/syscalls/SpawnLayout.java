package blogos.syscalls;

/**
 * Byte offsets in the record that {@link SyscallNumber#SPAWN} reads. Texts are pairs {@code {u64 address; u64 length;}},
 * lists are {@code {u64 address; u64 count;}}.
 */
public final class SpawnLayout {
    /** Text: path of the program; a relative one is looked up from the caller's working directory. */
    public static final int PATH = 0;

    /** List of texts: the arguments, the program's own name first. */
    public static final int ARGUMENTS = 16;

    /** List of texts: the environment, {@code NAME=value}. */
    public static final int ENVIRONMENT = 32;

    /** List of {@code {u32 own; u32 child;}}: which descriptor of the caller becomes which of the child. It gets no others. */
    public static final int FILES = 48;

    /** Text: the child's working directory; an empty one stands for the caller's. */
    public static final int DIRECTORY = 64;

    /** u64: the child's group: 0 for the caller's, {@link #NEW_GROUP}, or the number of a group. */
    public static final int GROUP = 80;

    /** Size of the record in bytes. */
    public static final int RECORD_SIZE = 88;

    /** A group of its own, whose number is that of the child. */
    public static final long NEW_GROUP = -1;

    /** Most bytes that arguments and environment may have together, with a NUL behind each text. */
    public static final int MOST_TEXT_BYTES = 64 << 10;

    /** Most arguments, and most environment texts. */
    public static final int MOST_TEXTS = 1024;

    private SpawnLayout() {}
}
