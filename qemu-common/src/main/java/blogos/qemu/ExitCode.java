package blogos.qemu;

/**
 * How the guest ends QEMU: it writes one of these codes, 32 bits wide, to I/O port {@link #PORT}, where QEMU's
 * {@code isa-debug-exit} device listens. QEMU then exits at once, with the status {@link #qemuStatus}, which is odd and
 * so never mistaken for QEMU's own 0 (the machine was powered off or its window closed).
 */
public final class ExitCode {
    /** I/O port of the {@code isa-debug-exit} device. */
    public static final int PORT = 0xf4;

    /** Size of the device's port range in bytes. */
    public static final int PORT_SIZE = 4;

    /** The system did what it was started for. */
    public static final int SUCCESS = 0x10;

    /** A test failed or the kernel panicked. */
    public static final int FAILED = 0x11;

    /** The kernel panicked, and panicked again while it reported that. */
    public static final int PANIC_WRITER_FAILED = 0x12;

    private ExitCode() {}

    /**
     * The exit status of the QEMU process after the guest wrote {@code code}: {@code (code << 1) | 1}, of which an exit
     * status keeps eight bits.
     */
    public static int qemuStatus(int code) {
        return (code << 1 | 1) & 0xff;
    }
}
