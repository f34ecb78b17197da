package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Startup;

/**
 * Where the requests of the Java runtime go: to the kernel's {@link KernelServices}, before there are any to static
 * memory and the first serial port.
 */
@NoPoll
public final class RuntimeSupport {
    /** The Java heap grows in pieces of this size, aligned to it; what is smaller is for its tables. */
    public static final long HEAP_CHUNK = 1 << 20;

    private static KernelServices services;
    private static boolean started;

    /** How much of the static reserve is used: chunks from its start, tables from its end. */
    private static long earlyChunkBytes;

    private static long earlyTableBytes;

    private RuntimeSupport() {}

    /** From now on the kernel serves the runtime. */
    public static void use(KernelServices kernelServices) {
        services = kernelServices;
    }

    /** Makes objects possible, unless they are already. */
    public static void start() {
        if (!started) {
            started = true;
            Startup.initialize();
        }
    }

    /** Bytes of the static reserve that the Java heap has taken. */
    public static long earlyHeapUsed() {
        return earlyChunkBytes + earlyTableBytes;
    }

    static Address growHeap(long sizeBytes) {
        long size = sizeBytes + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        if (services == null) {
            return growEarly(size);
        }
        Address memory = growByServices(size);
        if (!memory.isZero()) {
            memory.fill(size, (byte) 0);
        }
        return memory;
    }

    /** A request for preemption waits for a later poll: the heap is not whole yet. */
    private static Address growByServices(long size) {
        Preemption.disable();
        try {
            return Address.of(services.growHeap(size).toLong());
        } finally {
            Preemption.enableLater();
        }
    }

    private static Address growEarly(long size) {
        boolean isChunk = size >= HEAP_CHUNK;
        long needed = isChunk ? size + HEAP_CHUNK - 1 & -HEAP_CHUNK : size;
        if (needed <= 0 || needed > StaticMemory.EARLY_HEAP_SIZE - earlyHeapUsed()) {
            return Address.zero();
        }
        if (isChunk) {
            earlyChunkBytes += needed;
            return StaticMemory.earlyHeap().plus(earlyChunkBytes - needed);
        }
        earlyTableBytes += needed;
        return StaticMemory.earlyHeap().plus(StaticMemory.EARLY_HEAP_SIZE - earlyTableBytes);
    }

    static void poll() {
        Preemption.poll();
    }

    /** Called by {@link ContextSwitch} when a new task runs for the first time. */
    private static void startTask() {
        services.startTask();
    }

    static void yield() {
        if (services == null) {
            Cpu.pause();
        } else {
            services.yield();
        }
    }

    /** For {@link Preemption}: null before {@link #use}. */
    static KernelServices services() {
        return services;
    }

    static void write(int descriptor, int value) {
        if (services == null) {
            EarlyOutput.print((char) value);
        } else {
            services.write(descriptor, value);
        }
    }

    static void exit(int status) {
        if (services != null) {
            services.exit(status);
        }
        ExitPort.exit(status == 0 ? ExitPort.SUCCESS : ExitPort.FAILED);
    }

    /** Turns polls off first: the stack may be what is broken. */
    static void fatal(String message) {
        Tls.storeLong(Tls.STACK_LIMIT, 0);
        if (services != null) {
            services.fatal(message);
        }
        EarlyOutput.print("fatal: ");
        EarlyOutput.print(message);
        EarlyOutput.print("\n");
        ExitPort.exit(ExitPort.FAILED);
    }
}
