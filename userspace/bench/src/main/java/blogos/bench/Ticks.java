package blogos.bench;

import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;

/** The time-stamp counter, which under QEMU's {@code -icount shift=0} counts instructions. */
@NoPoll
final class Ticks {
    private Ticks() {}

    /** Its value now. */
    @Asm(
            value = {"lfence", "rdtsc", "shlq $$32, %rdx", "orq %rdx, %rax"},
            constraints = "={rax},~{rdx}")
    static native long now();
}
