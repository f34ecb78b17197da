package blogos.hal;

/**
 * QEMU's {@code isa-debug-exit} device: a write ends the virtual machine. The codes are those of
 * {@code blogos.qemu.ExitCode}.
 */
public final class ExitPort {
    /** The system did what it was started for. */
    public static final int SUCCESS = 0x10;

    /** A test failed or the kernel panicked. */
    public static final int FAILED = 0x11;

    /** The kernel panicked while it reported a panic. */
    public static final int PANIC_WRITER_FAILED = 0x12;

    private static final short PORT = 0xf4;

    private ExitPort() {}

    /** Ends the virtual machine. On a machine without the device this CPU stops for good. Never returns. */
    public static void exit(int code) {
        Port.writeInt(PORT, code);
        Cpu.stop();
    }
}
