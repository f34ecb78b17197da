package blogos.aot.runtime.jdk;

import blogos.aot.api.Asm;

/** Memory fences (Intel SDM volume 3, 8.2: only a store followed by a load needs an instruction). */
final class Fences {
    private Fences() {}

    /** Keeps the compiler from moving memory accesses. */
    @Asm("")
    static native void compiler();

    /** Orders all accesses before with all after. */
    @Asm("mfence")
    static native void full();
}
