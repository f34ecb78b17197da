package blogos.kernel.tests;

import blogos.aot.api.NoPoll;
import blogos.hal.DirectMap;
import blogos.hal.PhysAddr;
import blogos.kernel.Panic;

/** Ways for the kernel to come to an end, each of which must be reported. */
final class Deaths {
    /** Behind all memory of any machine, and so not in the direct map. */
    private static final long NO_MEMORY = 1L << 45;

    private Deaths() {}

    /** Dies. Returns only if there is no such way. */
    static void die(String way) {
        switch (way) {
            case "panic" -> Panic.panic("a deliberate panic");
            case "exception" ->
                throw new IllegalStateException("a deliberate exception", new RuntimeException("its cause"));
            case "page-fault" -> DirectMap.window(PhysAddr.of(NO_MEMORY), 8).storeLong(0, 1);
            case "stack-overflow" -> recurse(1);
            case "panic-in-panic" -> Panic.panic("a deliberate panic", new Unspeakable());
            default -> throw new IllegalArgumentException("unknown way to die: " + way);
        }
    }

    /**
     * Overflows the stack without the checks that would turn that into an exception. The result keeps this from
     * becoming a loop.
     */
    @NoPoll
    private static long recurse(long depth) {
        return recurse(depth + 1) / 3 + depth;
    }

    /** An exception that cannot be printed. */
    private static final class Unspeakable extends RuntimeException {
        @Override
        public String toString() {
            throw new IllegalStateException("cannot be said");
        }
    }
}
