package blogos.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Little-endian buffers, written whole. */
final class Blocks {
    private Blocks() {}

    /** A zeroed little-endian buffer. */
    static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes all of a buffer, from its index 0 to its limit, whatever its position. */
    static void write(FileChannel file, long offset, ByteBuffer buffer) throws IOException {
        ByteBuffer rest = buffer.duplicate().rewind();
        long position = offset;
        while (rest.hasRemaining()) {
            position += file.write(rest, position);
        }
    }
}
