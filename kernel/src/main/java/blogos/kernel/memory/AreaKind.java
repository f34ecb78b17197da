package blogos.kernel.memory;

/** What an area of a program's memory is for. */
public enum AreaKind {
    /** A segment of the program's file. */
    SEGMENT("segment"),
    /** What {@code brk} makes larger and smaller. */
    HEAP("heap"),
    /** The stack, down to its limit. */
    STACK("stack"),
    /** Under the stack, never mapped. */
    GUARD("guard"),
    /** What {@code mmap} gave. */
    ANONYMOUS("anonymous");

    private final String text;

    AreaKind(String text) {
        this.text = text;
    }

    /** The name in lower case. */
    @Override
    public String toString() {
        return text;
    }
}
