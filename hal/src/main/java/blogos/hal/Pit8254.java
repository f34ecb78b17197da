package blogos.hal;

/**
 * The interval timer of a PC (Intel 8254 data sheet). Channel 2 needs no interrupt: it measures other clocks. Channel 0
 * interrupts on line 0 where there is no better timer.
 */
final class Pit8254 {
    /** Input clock in Hz. */
    static final long FREQUENCY = 1_193_182;

    private static final int CHANNEL_0 = 0x40;
    private static final int CHANNEL_2 = 0x42;
    private static final int COMMAND = 0x43;
    private static final int SPEAKER = 0x61;

    /** Channel 2, low byte then high byte, mode 0: the output rises when the count ends. */
    private static final int ONE_SHOT = 0xb0;

    /** The same for channel 0. */
    private static final int INTERRUPT_ONCE = 0x30;

    private static final long MOST_TICKS = 0xffff;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static final int GATE = 1;
    private static final int SPEAKER_ON = 2;
    private static final int OUTPUT = 0x20;

    /** Far more than any count lasts: the timer is not there. */
    private static final int MOST_POLLS = 10_000_000;

    private Pit8254() {}

    /**
     * Lets channel 0 interrupt once, {@code nanos} (positive, at most a second) from now or after 54 ms, whichever
     * comes first.
     */
    static void arm(long nanos) {
        int ticks = (int) Math.min(nanos * FREQUENCY / NANOS_PER_SECOND + 1, MOST_TICKS);
        Port.write(COMMAND, INTERRUPT_ONCE);
        Port.write(CHANNEL_0, ticks);
        Port.write(CHANNEL_0, ticks >> 8);
    }

    /**
     * Counts {@code ticks} (at most 65535) and answers how far the time-stamp counter came meanwhile; 0 if there is no
     * timer.
     */
    static long timestampTicks(int ticks) {
        Port.write(SPEAKER, Port.read(SPEAKER) & ~SPEAKER_ON | GATE);
        Port.write(COMMAND, ONE_SHOT);
        Port.write(CHANNEL_2, ticks);
        Port.write(CHANNEL_2, ticks >> 8);
        long start = Cpu.readTimestamp();
        for (int i = 0; i < MOST_POLLS; i++) {
            if ((Port.read(SPEAKER) & OUTPUT) != 0) {
                return Cpu.readTimestamp() - start;
            }
        }
        return 0;
    }
}
