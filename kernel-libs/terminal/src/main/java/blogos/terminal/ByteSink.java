package blogos.terminal;

/** Takes bytes one by one. */
public interface ByteSink {
    /** Takes a byte, given as 0 to 255. */
    void accept(int value);
}
