package blogos.std;

import blogos.syscalls.SyscallNumber;

/** What programs can ask of this system and {@code java.base} has no word for. */
public final class BlogOs {
    private BlogOs() {}

    /** Lets another task run. */
    public static void yield() {
        Syscall.call(SyscallNumber.YIELD);
    }
}
