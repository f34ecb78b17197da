package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Replace;

/** What the runtime needs from below, on the firmware's services. */
@Replace(value = "blogos.aot.runtime.Platform", targets = "uefi")
final class UefiPlatform {
    private UefiPlatform() {}

    /** Memory for the heap; none after the firmware was left. */
    @Replace
    public static Address growHeap(long sizeBytes) {
        return UefiRuntime.allocate(sizeBytes);
    }

    /** Both output descriptors lead to the console. */
    @Replace
    public static void write(int descriptor, Address bytes, long length) {
        Console.print(bytes, length);
    }

    /** There is no input. */
    @Replace
    public static int read(int descriptor, Address buffer, long length) {
        return -1;
    }

    /** Gives the machine back to the firmware. */
    @Replace
    public static void exit(int status) {
        UefiRuntime.exit(status == 0 ? Status.SUCCESS : Status.LOAD_ERROR);
    }

    /** Time since the CPU was reset. */
    @Replace
    public static long nanoTime() {
        return UefiRuntime.nanoTime();
    }

    /** A loader has no use for the date. */
    @Replace
    public static long currentTimeMillis() {
        throw new UnsupportedOperationException("the boot loader does not know the date");
    }

    /** Says so and gives the machine back to the firmware. */
    @Replace
    public static void fatal(String message) {
        Console.print("boot loader: ");
        Console.print(message);
        Console.print("\n");
        UefiRuntime.exit(Status.LOAD_ERROR);
    }
}
