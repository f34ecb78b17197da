package blogos.bench;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.Replace;
import blogos.std.Syscall;
import blogos.syscalls.Protection;
import blogos.syscalls.SpawnLayout;
import blogos.syscalls.SyscallNumber;

/** This system. */
@Replace(value = "blogos.bench.Host", targets = "user")
final class UserHost {
    private static final long PAGE_SIZE = 4096;
    private static final int PAIR = 16;

    /** Where in the scratch page things lie: the request of a spawn, its lists, texts. */
    private static final int ARGUMENTS = 128;

    private static final int FILES = 256;
    private static final int TEXTS = 512;
    private static final int STDERR = 2;

    /** A page for what calls take by address. */
    @Add
    private static long scratch;

    private UserHost() {}

    /** Scheduling is fair here, and yielding to an equal is a switch. */
    @Replace
    static void prepare() {
        scratch = map(PAGE_SIZE);
    }

    @Replace
    static long nullCall() {
        return Syscall.call(SyscallNumber.NOP);
    }

    @Replace
    static void yield() {
        Syscall.call(SyscallNumber.YIELD);
    }

    @Replace
    static long pipe() {
        Syscall.call(SyscallNumber.PIPE, scratch);
        return Address.of(scratch).loadLong();
    }

    @Replace
    static long read(int descriptor, long address, long length) {
        return Syscall.call(SyscallNumber.READ, descriptor, address, length);
    }

    @Replace
    static long write(int descriptor, long address, long length) {
        return Syscall.call(SyscallNumber.WRITE, descriptor, address, length);
    }

    @Replace
    static void close(int descriptor) {
        Syscall.call(SyscallNumber.CLOSE, descriptor);
    }

    @Replace
    static int spawn(String argument, int input, int output) {
        Address request = Address.of(scratch);
        request.fill(SpawnLayout.RECORD_SIZE, (byte) 0);
        text(SpawnLayout.PATH, "/bin/bench", 0);
        text(ARGUMENTS, "bench", 64);
        text(ARGUMENTS + PAIR, argument, 128);
        request.storeLong(SpawnLayout.ARGUMENTS, scratch + ARGUMENTS);
        request.storeLong(SpawnLayout.ARGUMENTS + 8, 2);
        request.storeInt(FILES, input);
        request.storeInt(FILES + 4, 0);
        request.storeInt(FILES + 8, output);
        request.storeInt(FILES + 12, 1);
        request.storeInt(FILES + 16, STDERR);
        request.storeInt(FILES + 20, STDERR);
        request.storeLong(SpawnLayout.FILES, scratch + FILES);
        request.storeLong(SpawnLayout.FILES + 8, 3);
        return (int) Syscall.call(SyscallNumber.SPAWN, scratch);
    }

    @Replace
    static void await(int process) {
        Syscall.call(SyscallNumber.WAIT, process, 0, 0);
    }

    @Replace
    static void kill(int process) {
        Syscall.call(SyscallNumber.KILL, process);
    }

    @Replace
    static long map(long sizeBytes) {
        return Syscall.call(SyscallNumber.MMAP, 0, sizeBytes, Protection.READ | Protection.WRITE);
    }

    @Replace
    static void unmap(long address, long sizeBytes) {
        Syscall.call(SyscallNumber.MUNMAP, address, sizeBytes);
    }

    @Replace
    static void sleep(long nanos) {
        Syscall.call(SyscallNumber.SLEEP, nanos);
    }

    @Replace
    static long nanoTime() {
        return Syscall.call(SyscallNumber.CLOCK, 0);
    }

    /** The first process powers off. */
    @Replace
    static void finish() {}

    /** Stores a text in the scratch page, and its address and length at an offset there. */
    @Add
    private static void text(int pair, String text, int offset) {
        long start = scratch + TEXTS + offset;
        for (int i = 0; i < text.length(); i++) {
            Address.of(start).storeByte(i, (byte) text.charAt(i));
        }
        Address.of(scratch).storeLong(pair, start);
        Address.of(scratch).storeLong(pair + 8, text.length());
    }
}
