package blogos.aot.runtime.jdk;

import jdk.internal.misc.Unsafe;

/** Memory barriers. */
final class Fences {
    private Fences() {}

    /** Orders every access before it and every access after it. */
    static void full() {
        Unsafe.getUnsafe().fullFence();
    }
}
