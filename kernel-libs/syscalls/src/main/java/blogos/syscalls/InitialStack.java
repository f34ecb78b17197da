package blogos.syscalls;

/**
 * What a program finds on its stack when it starts (System V AMD64 ABI, section 3.4.1): at {@code rsp}, a multiple of
 * 16, the argument count; then the addresses of the arguments, 0; the addresses of the environment strings, 0; and
 * pairs of a tag from below and a value, up to {@link #AT_NULL}. All are 64-bit.
 */
public final class InitialStack {
    /** Ends the pairs. */
    public static final long AT_NULL = 0;

    /** Virtual address of the program headers. */
    public static final long AT_PHDR = 3;

    /** Size of a program header in bytes. */
    public static final long AT_PHENT = 4;

    /** Number of program headers. */
    public static final long AT_PHNUM = 5;

    /** Size of a page in bytes. */
    public static final long AT_PAGESZ = 6;

    /** Entry point of the program. */
    public static final long AT_ENTRY = 9;

    /** Address of the lowest byte of the stack; the page below it is never mapped. A tag of this system alone. */
    public static final long AT_STACK_BOTTOM = 0x626f_0001;

    private InitialStack() {}
}
