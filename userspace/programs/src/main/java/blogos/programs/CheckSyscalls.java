package blogos.programs;

import blogos.std.BlogOs;
import blogos.std.Misdeeds;
import blogos.std.Syscall;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;
import blogos.syscalls.SyscallNumber;

/**
 * {@code /bin/check_syscalls}: compares what system calls answer with what they should; its status is the number of
 * differences.
 */
public final class CheckSyscalls {
    private static final long PAGE = 4096;
    private static final long FAR_TOO_MUCH = 1L << 46;

    private int failures;

    private CheckSyscalls() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        CheckSyscalls checks = new CheckSyscalls();
        checks.simpleCalls();
        checks.heap();
        checks.maps();
        checks.stack();
        System.out.println("System calls checked: " + checks.failures + " failures");
        System.exit(checks.failures);
    }

    private void simpleCalls() {
        check("nop", 0, Syscall.call(SyscallNumber.NOP, 1, 2, 3, 4, 5, 6));
        check("nop by interrupt", 0, Syscall.callByInterrupt(SyscallNumber.NOP, 1, 2, 3));
        check("write by interrupt", error(IoError.BAD_DESCRIPTOR), Syscall.callByInterrupt(SyscallNumber.WRITE, 77, 0, 0));
        check("yield", 0, Syscall.call(SyscallNumber.YIELD));
        BlogOs.yield();
        check("unknown number", error(IoError.NO_SUCH_SYSTEM_CALL), Syscall.call(SyscallNumber.COUNT));
        check("negative number", error(IoError.NO_SUCH_SYSTEM_CALL), Syscall.call(-1));
        check("unsupported call", error(IoError.NOT_SUPPORTED), Syscall.call(SyscallNumber.DELETE_DRIVER, 0, 0));
        check("bad descriptor", error(IoError.BAD_DESCRIPTOR), Syscall.call(SyscallNumber.WRITE, 77, 0, 0));
        check("negative length", error(IoError.BAD_ADDRESS), Syscall.call(SyscallNumber.WRITE, 1, PAGE, -1));
        check("empty write", 0, Syscall.call(SyscallNumber.WRITE, 1, 0, 0));
    }

    private void heap() {
        long end = Syscall.call(SyscallNumber.BRK, 0);
        check("heap ends with a page", 0, end % PAGE);
        check("grow by a byte", end + PAGE, Syscall.call(SyscallNumber.BRK, 1));
        check("new memory is zero", 0, Misdeeds.readByte(end + PAGE - 1));
        Misdeeds.writeByte(end, (byte) 7);
        check("new memory can be written", 7, Misdeeds.readByte(end));
        check("shrink", end, Syscall.call(SyscallNumber.BRK, -PAGE));
        check("memory is gone", error(IoError.BAD_ADDRESS), Syscall.call(SyscallNumber.WRITE, 1, end, 1));
        check("grow again", end + 3 * PAGE, Syscall.call(SyscallNumber.BRK, 3 * PAGE));
        check("memory is zero again", 0, Misdeeds.readByte(end));
        check("shrink again", end, Syscall.call(SyscallNumber.BRK, -3 * PAGE));
        check("more than there is", error(IoError.OUT_OF_MEMORY), Syscall.call(SyscallNumber.BRK, FAR_TOO_MUCH));
        check("most of all", error(IoError.OUT_OF_MEMORY), Syscall.call(SyscallNumber.BRK, Long.MAX_VALUE));
        check("below the start", error(IoError.INVALID_ARGUMENT), Syscall.call(SyscallNumber.BRK, Long.MIN_VALUE));
        check("nothing has changed", end, Syscall.call(SyscallNumber.BRK, 0));
    }

    private void maps() {
        long both = Protection.READ | Protection.WRITE;
        long place = Syscall.call(SyscallNumber.MMAP, 0, 3 * PAGE - 1, both);
        check("mmap answers a page", 0, place % PAGE);
        check("mapped memory is zero", 0, Misdeeds.readByte(place + 3 * PAGE - 1));
        Misdeeds.writeByte(place, (byte) 9);
        check("mapped memory can be written", 9, Misdeeds.readByte(place));
        check("the kernel reads untouched memory", 1, Syscall.call(SyscallNumber.WRITE, 1, place + PAGE, 1));
        check("unmap the middle", 0, Syscall.call(SyscallNumber.MUNMAP, place + PAGE, 1));
        check("the start is left", 9, Misdeeds.readByte(place));
        check("the middle is gone", error(IoError.BAD_ADDRESS), Syscall.call(SyscallNumber.WRITE, 1, place + PAGE, 1));
        check("a wish", place + PAGE, Syscall.call(SyscallNumber.MMAP, place + PAGE, PAGE, both));
        check("unmap all", 0, Syscall.call(SyscallNumber.MUNMAP, place, 3 * PAGE));
        check("unmap nothing", 0, Syscall.call(SyscallNumber.MUNMAP, place, 3 * PAGE));
        check("no length", error(IoError.INVALID_ARGUMENT), Syscall.call(SyscallNumber.MMAP, 0, 0, both));
        check(
                "writable and executable",
                error(IoError.INVALID_ARGUMENT),
                Syscall.call(SyscallNumber.MMAP, 0, PAGE, both | Protection.EXECUTE));
        check("more than there is", error(IoError.OUT_OF_MEMORY), Syscall.call(SyscallNumber.MMAP, 0, FAR_TOO_MUCH, both));
        check("half a page", error(IoError.INVALID_ARGUMENT), Syscall.call(SyscallNumber.MUNMAP, place + 8, PAGE));
    }

    private void stack() {
        boolean caught = false;
        try {
            descend(1);
        } catch (StackOverflowError e) {
            caught = true;
        }
        check("stack overflow is an error", 1, caught ? 1 : 0);
    }

    private static int descend(int depth) {
        return descend(depth + 1) + depth;
    }

    private void check(String what, long expected, long actual) {
        if (actual != expected) {
            failures++;
            System.out.println(what + ": expected " + expected + ", got " + actual);
        }
    }

    private static long error(int code) {
        return IoError.toResult(code);
    }
}
