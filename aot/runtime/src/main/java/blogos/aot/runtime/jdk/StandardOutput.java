package blogos.aot.runtime.jdk;

import blogos.aot.runtime.ArrayMemory;
import blogos.aot.runtime.Platform;
import java.io.OutputStream;
import java.util.Objects;

/** One of the two standard output streams, unbuffered. */
final class StandardOutput extends OutputStream {
    private final int descriptor;

    StandardOutput(int descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        Platform.write(descriptor, ArrayMemory.of(bytes, from), length);
    }
}
