package blogos.kernel;

import blogos.hal.ExitPort;
import blogos.hal.KernelServices;
import blogos.hal.VirtAddr;
import blogos.kernel.io.RawOutput;
import blogos.kernel.memory.KernelHeap;
import blogos.kernel.multitask.Tasks;

/** Serves the Java runtime of the kernel's image. */
final class RuntimeServices implements KernelServices {
    private final KernelHeap heap;

    /** Serves it with memory from a heap. */
    RuntimeServices(KernelHeap heap) {
        this.heap = heap;
    }

    @Override
    public VirtAddr growHeap(long sizeBytes) {
        return heap.grow(sizeBytes);
    }

    @Override
    public void poll() {
        Tasks.reschedule();
    }

    @Override
    public void startTask() {
        Tasks.runCurrent();
    }

    @Override
    public void startThread(Thread thread, long stackSizeBytes) {
        Tasks.start(thread);
    }

    @Override
    public void park(long timeoutNanos) {
        Panic.endIfPanicking("a wait for another task");
        Tasks.park(timeoutNanos);
    }

    @Override
    public void unpark(Thread thread) {
        Tasks.unpark(thread);
    }

    @Override
    public void yield() {
        Panic.endIfPanicking("a lock that somebody holds");
        Tasks.yield();
    }

    @Override
    public void write(int descriptor, int value) {
        RawOutput.print((char) (value & 0xff));
    }

    @Override
    public void exit(int status) {
        if (status != 0) {
            Panic.panic("the kernel called System.exit");
        }
        ExitPort.exit(ExitPort.SUCCESS);
    }

    @Override
    public void fatal(String message) {
        Panic.panic(message);
    }
}
