package blogos.log;

/**
 * Remembers the end of what was written to it, in a fixed piece of memory, so that a panic can show the last log lines.
 */
public final class RecentText implements TextOutput {
    private final char[] ring;
    private long written;

    /** Remembers {@code size} UTF-16 units. */
    public RecentText(int size) {
        ring = new char[size];
    }

    @Override
    public void print(char c) {
        ring[(int) (written % ring.length)] = c;
        written++;
    }

    /** Writes the remembered lines, oldest first, without one whose start is forgotten. Allocates nothing. */
    public void replay(TextOutput out) {
        long end = written;
        long next = Math.max(0, end - ring.length);
        if (next > 0) {
            while (next < end && at(next) != '\n') {
                next++;
            }
            next = Math.min(next + 1, end);
        }
        for (; next < end; next++) {
            out.print(at(next));
        }
    }

    private char at(long position) {
        return ring[(int) (position % ring.length)];
    }
}
