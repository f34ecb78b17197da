package blogos.aot.runtime.linux;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;
import blogos.aot.runtime.Platform;
import blogos.aot.runtime.jdk.JavaThread;

/** The platform of Linux executables: raw system calls. */
@NoPoll
@Replace(value = "blogos.aot.runtime.Platform", targets = "linux")
final class LinuxPlatform {
    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long PAGE_SIZE = 4096;
    private static final long LARGE_ALIGNMENT = 1 << 20;
    private static final int FATAL_STATUS = 134;

    @Add
    private static int processors;

    private LinuxPlatform() {}

    @Replace
    static Address growHeap(long sizeBytes) {
        long size = (sizeBytes + PAGE_SIZE - 1) & -PAGE_SIZE;
        long alignment = size < LARGE_ALIGNMENT ? PAGE_SIZE : LARGE_ALIGNMENT;
        long slack = alignment - PAGE_SIZE;
        long memory = LinuxCalls.mapAnonymous(size + slack);
        if (LinuxCalls.isError(memory)) {
            return Address.zero();
        }
        long start = (memory + slack) & -alignment;
        if (start != memory) {
            LinuxCalls.unmap(memory, start - memory);
        }
        if (memory + slack != start) {
            LinuxCalls.unmap(start + size, memory + slack - start);
        }
        return Address.of(start);
    }

    /** A quarter of the machine's memory, as HotSpot takes. */
    @Replace
    static long heapLimit() {
        return LinuxCalls.memorySize() / 4;
    }

    @Replace
    static Address mapImage(long sizeBytes) {
        long memory = LinuxCalls.mapLow(sizeBytes);
        return LinuxCalls.isError(memory) ? Address.zero() : Address.of(memory);
    }

    @Replace
    static void protectImage(Address start, long sizeBytes, int rights) {
        LinuxCalls.protect(start.toLong(), sizeBytes, rights == Platform.WRITABLE, rights == Platform.EXECUTABLE);
    }

    @Replace
    static void unmapImage(Address start, long sizeBytes) {
        LinuxCalls.unmap(start.toLong(), sizeBytes);
    }

    @Replace
    static void write(int descriptor, Address bytes, long length) {
        Address next = bytes;
        long rest = length;
        while (rest > 0) {
            long written = Safepoint.callOutside(Safepoint.WRITE, descriptor, next.toLong(), rest);
            if (written == LinuxCalls.EINTR) {
                continue;
            }
            if (LinuxCalls.isError(written)) {
                return;
            }
            next = next.plus(written);
            rest -= written;
        }
    }

    @Replace
    static int read(int descriptor, Address buffer, long length) {
        if (length == 0) {
            return 0;
        }
        long count;
        do {
            count = Safepoint.callOutside(Safepoint.READ, descriptor, buffer.toLong(), length);
        } while (count == LinuxCalls.EINTR);
        return count <= 0 ? -1 : (int) count;
    }

    @Replace
    static void exit(int status) {
        LinuxCalls.exit(status);
    }

    @Replace
    static long nanoTime() {
        return LinuxCalls.clock(CLOCK_MONOTONIC, NANOS_PER_SECOND, 1);
    }

    @Replace
    static long currentTimeMillis() {
        return LinuxCalls.clock(CLOCK_REALTIME, 1000, NANOS_PER_MILLI);
    }

    @Replace
    static void fatal(String message) {
        writeText("fatal: ");
        writeText(message);
        writeText("\n");
        LinuxCalls.exit(FATAL_STATUS);
    }

    @Replace
    static void yield() {
        LinuxCalls.yield();
    }

    @Replace
    static void pause() {
        LinuxCalls.pause();
    }

    @Replace
    static int processors() {
        if (processors == 0) {
            processors = LinuxStart.countProcessors();
        }
        return processors;
    }

    @Replace
    static void poll() {
        Safepoint.poll();
    }

    @Replace
    static Address firstThread() {
        return Safepoint.firstThread();
    }

    @Replace
    static boolean stopThreads() {
        return Safepoint.stopThreads();
    }

    @Replace
    static void resumeThreads() {
        Safepoint.resumeThreads();
    }

    @Replace
    static void startThread(Thread thread, long stackSizeBytes) {
        LinuxThreads.start(thread, stackSizeBytes);
    }

    @Replace
    static void park(long timeoutNanos) {
        Address word = JavaThread.wakeupWord(Thread.currentThread());
        if (!word.compareAndSetInt(0, 1, 0)) {
            Safepoint.callOutside(Safepoint.WAIT, word.toLong(), 0, timeoutNanos);
            word.compareAndSetInt(0, 1, 0);
        }
    }

    @Replace
    static void unpark(Thread thread) {
        Address word = JavaThread.wakeupWord(thread);
        if (word.compareAndSetInt(0, 0, 1)) {
            LinuxCalls.futexWake(word, 1);
        }
    }

    @Replace
    static String environment(String name) {
        return LinuxStart.environment(name);
    }

    /** Writes one character at a time: no allocation, no class to initialise. */
    @Add
    private static void writeText(String text) {
        for (int i = 0; i < text.length(); i++) {
            LinuxCalls.writeCharacter(text.charAt(i));
        }
    }
}
