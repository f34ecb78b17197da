package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;

/**
 * The runtime's platform in the kernel: passes requests on to {@link KernelServices}, and does with static memory and a
 * raw serial port before those are there.
 */
@NoPoll
@Replace(value = "blogos.aot.runtime.Platform", targets = "kernel")
final class KernelPlatform {
    private KernelPlatform() {}

    @Replace
    static Address growHeap(long sizeBytes) {
        return RuntimeSupport.growHeap(sizeBytes);
    }

    @Replace
    static void write(int descriptor, Address bytes, long length) {
        for (long i = 0; i < length; i++) {
            RuntimeSupport.write(descriptor, bytes.loadUnsignedByte(i));
        }
    }

    @Replace
    static void exit(int status) {
        RuntimeSupport.exit(status);
    }

    @Replace
    static void fatal(String message) {
        RuntimeSupport.fatal(message);
    }

    @Replace
    static long nanoTime() {
        return Timestamp.nanos();
    }

    @Replace
    static long currentTimeMillis() {
        return Timestamp.unixMillis();
    }

    @Replace
    static void poll() {
        RuntimeSupport.poll();
    }

    @Replace
    static void yield() {
        RuntimeSupport.yield();
    }

    @Replace
    static Address firstThread() {
        return ThreadRecord.first();
    }

    /** There is one CPU: no other task runs until preemption is on again. */
    @Replace
    static boolean stopThreads() {
        Preemption.disable();
        return true;
    }

    /** A request for another task that came meanwhile waits for a later poll: the allocator is not through. */
    @Replace
    static void resumeThreads() {
        Preemption.enableLater();
    }

    @Replace
    static void startThread(Thread thread, long stackSizeBytes) {
        RuntimeSupport.services().startThread(thread, stackSizeBytes);
    }

    @Replace
    static void park(long timeoutNanos) {
        RuntimeSupport.services().park(timeoutNanos);
    }

    @Replace
    static void unpark(Thread thread) {
        RuntimeSupport.services().unpark(thread);
    }
}
