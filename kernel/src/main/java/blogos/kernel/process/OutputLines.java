package blogos.kernel.process;

import blogos.log.Level;
import blogos.log.Log;
import java.nio.charset.StandardCharsets;

/**
 * Where a program's standard output goes while there are no files: each line becomes a line of the kernel's log.
 *
 * <p>Lines longer than {@link #MAX_LENGTH} bytes are broken. Bytes are UTF-8; what is not becomes U+FFFD.
 */
final class OutputLines {
    /** Longest line in bytes. */
    static final int MAX_LENGTH = 1024;

    private final String target;
    private final Level level;
    private final String prefix;
    private final byte[] line = new byte[MAX_LENGTH];
    private int length;

    /** Lines of a program: {@code prefix} comes before each. */
    OutputLines(String target, Level level, String prefix) {
        this.target = target;
        this.level = level;
        this.prefix = prefix;
    }

    /** Takes the first {@code count} bytes of an array. */
    void write(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                endLine();
            } else {
                if (length == MAX_LENGTH) {
                    endLine();
                }
                line[length] = bytes[i];
                length++;
            }
        }
    }

    /** Logs an unfinished line. */
    void flush() {
        if (length > 0) {
            endLine();
        }
    }

    private void endLine() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        length = 0;
        Log.log(level, target, prefix + text);
    }
}
