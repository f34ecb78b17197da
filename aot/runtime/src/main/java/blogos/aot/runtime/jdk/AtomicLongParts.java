package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.util.concurrent.atomic.AtomicLong}. */
@Replace("java.util.concurrent.atomic.AtomicLong")
final class AtomicLongParts {
    private AtomicLongParts() {}

    /** The processor can compare and swap 64 bits. */
    @Replace
    private static boolean VMSupportsCS8() {
        return true;
    }
}
