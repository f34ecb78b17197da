package blogos.hal;

/**
 * The interval timer of a PC (Intel 8254 data sheet). Channel 2 needs no interrupt: it measures other clocks and is
 * itself the clock where there is no better one. Channel 0 interrupts on line 0 where there is no better timer.
 */
final class Pit8254 {
    /** Input clock in Hz. */
    static final long FREQUENCY = 1_193_182;

    /** What channel 2 overflows at, less 1. */
    static final long MASK = 0xffff;

    private static final int CHANNEL_0 = 0x40;
    private static final int CHANNEL_2 = 0x42;
    private static final int COMMAND = 0x43;
    private static final int SPEAKER = 0x61;

    /** Channel 0, low byte then high byte, mode 0: the output rises, and so interrupts, when the count ends. */
    private static final int INTERRUPT_ONCE = 0x30;

    /** Channel 2, low byte then high byte, mode 2: counts down again and again. */
    private static final int COUNT_FOREVER = 0xb4;

    private static final int LATCH_CHANNEL_2 = 0x80;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static final int GATE = 1;
    private static final int SPEAKER_ON = 2;

    private Pit8254() {}

    /**
     * Lets channel 0 interrupt once, {@code nanos} (positive, at most a second) from now or after 54 ms, whichever
     * comes first.
     */
    static void arm(long nanos) {
        int ticks = (int) Math.min(nanos * FREQUENCY / NANOS_PER_SECOND + 1, MASK);
        Port.write(COMMAND, INTERRUPT_ONCE);
        Port.write(CHANNEL_0, ticks);
        Port.write(CHANNEL_0, ticks >> 8);
    }

    /** Lets channel 2 count, over 16 bits. */
    static void startCounting() {
        Port.write(SPEAKER, Port.read(SPEAKER) & ~SPEAKER_ON | GATE);
        Port.write(COMMAND, COUNT_FOREVER);
        Port.write(CHANNEL_2, 0);
        Port.write(CHANNEL_2, 0);
    }

    /** Ticks of channel 2, upwards, from 0 to {@link #MASK} and again. Interrupts are off meanwhile. */
    static long count() {
        Port.write(COMMAND, LATCH_CHANNEL_2);
        int low = Port.read(CHANNEL_2);
        return MASK - (low | Port.read(CHANNEL_2) << 8);
    }
}
