package blogos.std;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.Blocks;
import blogos.aot.api.Replace;
import blogos.syscalls.IoError;
import blogos.syscalls.SyscallNumber;

/** The platform of programs: system calls. */
@Replace(value = "blogos.aot.runtime.Platform", targets = "user")
final class UserPlatform {
    private static final long PAGE_SIZE = 4096;
    private static final long LARGE_ALIGNMENT = 1 << 20;
    private static final int STDERR = 2;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int FATAL_STATUS = 134;

    /** Memory that was passed over to align a large piece, for small ones. */
    @Add
    private static long spareStart;

    @Add
    private static long spareEnd;

    private UserPlatform() {}

    @Replace
    static Address growHeap(long sizeBytes) {
        long size = (sizeBytes + PAGE_SIZE - 1) & -PAGE_SIZE;
        long slack = 0;
        if (size >= LARGE_ALIGNMENT) {
            slack = -Syscall.call(SyscallNumber.BRK, 0) & LARGE_ALIGNMENT - 1;
        } else if (size <= spareEnd - spareStart) {
            spareStart += size;
            return Address.of(spareStart - size);
        }
        long end = Syscall.call(SyscallNumber.BRK, slack + size);
        if (IoError.isError(end)) {
            return Address.zero();
        }
        if (slack > spareEnd - spareStart) {
            spareEnd = end - size;
            spareStart = spareEnd - slack;
        }
        return Address.of(end - size);
    }

    @Replace
    static void write(int descriptor, Address bytes, long length) {
        long done = 0;
        while (done < length) {
            long written = Syscall.call(SyscallNumber.WRITE, descriptor, bytes.toLong() + done, length - done);
            if (written <= 0) {
                return;
            }
            done += written;
        }
    }

    @Replace
    static int read(int descriptor, Address buffer, long length) {
        if (length == 0) {
            return 0;
        }
        long count = Syscall.call(SyscallNumber.READ, descriptor, buffer.toLong(), length);
        return count <= 0 ? -1 : (int) count;
    }

    @Replace
    static void exit(int status) {
        Syscall.call(SyscallNumber.EXIT, status);
    }

    @Replace
    static long nanoTime() {
        return Syscall.call(SyscallNumber.CLOCK, 0);
    }

    @Replace
    static long currentTimeMillis() {
        return Syscall.call(SyscallNumber.CLOCK, 1) / NANOS_PER_MILLI;
    }

    @Replace
    static void fatal(String message) {
        writeText("fatal: ");
        writeText(message);
        writeText("\n");
        exit(FATAL_STATUS);
    }

    @Replace
    static void yield() {
        Syscall.call(SyscallNumber.YIELD);
    }

    /** A program has one thread, so nobody can unpark it: it waits for the time alone. */
    @Replace
    @Blocks
    static void park(long timeoutNanos) {
        if (timeoutNanos > 0) {
            Syscall.call(SyscallNumber.SLEEP, timeoutNanos);
        } else {
            Syscall.call(SyscallNumber.YIELD);
        }
    }

    @Replace
    static String environment(String name) {
        return UserStart.environment(name);
    }

    /** One character a call: no allocation, no class to initialise. */
    @Add
    private static void writeText(String text) {
        for (int i = 0; i < text.length(); i++) {
            Syscall.writeCharacter(SyscallNumber.WRITE, STDERR, text.charAt(i));
        }
    }
}
