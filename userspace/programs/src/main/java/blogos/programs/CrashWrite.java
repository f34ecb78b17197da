package blogos.programs;

import blogos.std.Syscall;
import blogos.syscalls.IoError;
import blogos.syscalls.SyscallNumber;

/** {@code /bin/crash_write}: passes addresses to WRITE that are not its own, and is told so. */
public final class CrashWrite {
    private static final int STDOUT = 1;
    private static final long KERNEL_IMAGE = 0xffff_ffff_8000_0000L;
    private static final long LAST_USER_PAGE = 0x7fff_ffff_f000L;

    private CrashWrite() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        write("a kernel address", KERNEL_IMAGE, 16);
        write("an unmapped address", 0, 16);
        write("a range into the kernel", LAST_USER_PAGE, Long.MAX_VALUE);
    }

    private static void write(String what, long address, long length) {
        long result = Syscall.call(SyscallNumber.WRITE, STDOUT, address, length);
        String answer =
                IoError.isError(result) ? IoError.messageOf(IoError.codeOf(result)) : "wrote " + result + " bytes";
        System.out.println("WRITE of " + what + ": " + answer + " (" + result + ")");
    }
}
