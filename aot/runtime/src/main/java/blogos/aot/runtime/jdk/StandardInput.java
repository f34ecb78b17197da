package blogos.aot.runtime.jdk;

import blogos.aot.api.Address;
import blogos.aot.runtime.ArrayMemory;
import blogos.aot.runtime.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The standard input, read in blocks. */
final class StandardInput extends InputStream {
    private static final int BUFFER_SIZE = 8192;

    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int next;
    private int end;

    @Override
    public int read() throws IOException {
        return fill() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, target, from, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return end - next;
    }

    /** Reads a block if the last one is used up. */
    private boolean fill() {
        if (next == end) {
            Address memory = ArrayMemory.of(buffer, 0);
            int count = Platform.read(0, memory, BUFFER_SIZE);
            next = 0;
            end = Math.max(count, 0);
        }
        return next < end;
    }
}
