package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/** Where the requests of the Java runtime go: to the kernel's {@link KernelServices}, before there are any to static memory and the first serial port. */
@NoPoll
public final class RuntimeSupport {
    private static KernelServices services;
    private static long earlyHeapUsed;

    private RuntimeSupport() {}

    /** From now on the kernel serves the runtime. */
    public static void use(KernelServices kernelServices) {
        services = kernelServices;
    }

    /** Bytes of the static reserve that the Java heap has taken. */
    public static long earlyHeapUsed() {
        return earlyHeapUsed;
    }

    static Address growHeap(long sizeBytes) {
        long size = sizeBytes + PageFrame.SIZE - 1 & -PageFrame.SIZE;
        if (services == null) {
            if (size < sizeBytes || size > StaticMemory.EARLY_HEAP_SIZE - earlyHeapUsed) {
                return Address.zero();
            }
            Address memory = StaticMemory.earlyHeap().plus(earlyHeapUsed);
            earlyHeapUsed += size;
            return memory;
        }
        Address memory = Address.of(services.growHeap(size).toLong());
        if (!memory.isZero()) {
            memory.fill(size, (byte) 0);
        }
        return memory;
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

    static void fatal(String message) {
        if (services != null) {
            services.fatal(message);
        }
        EarlyOutput.print("fatal: ");
        EarlyOutput.print(message);
        EarlyOutput.print("\n");
        ExitPort.exit(ExitPort.FAILED);
    }
}
