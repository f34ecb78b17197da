package blogos.hal;

/** The battery-backed clock of a PC (Motorola MC146818 data sheet). */
final class RealTimeClock {
    private static final int INDEX = 0x70;
    private static final int DATA = 0x71;

    private static final int SECONDS = 0;
    private static final int MINUTES = 2;
    private static final int HOURS = 4;
    private static final int DAY = 7;
    private static final int MONTH = 8;
    private static final int YEAR = 9;
    private static final int STATUS_A = 10;
    private static final int STATUS_B = 11;

    private static final int UPDATE_IN_PROGRESS = 0x80;
    private static final int BINARY = 4;
    private static final int HOURS_24 = 2;
    private static final int AFTERNOON = 0x80;

    /** An update takes 2 ms; a port read at least 0.1 microseconds. */
    private static final int MOST_POLLS = 100_000;

    private RealTimeClock() {}

    /** Seconds since 1970-01-01T00:00:00, in the 21st century, in the time zone of the clock. */
    static long unixSeconds() {
        waitForUpdate();
        long first = read();
        waitForUpdate();
        long second = read();
        return first == second ? first : read();
    }

    private static void waitForUpdate() {
        for (int i = 0; i < MOST_POLLS && (register(STATUS_A) & UPDATE_IN_PROGRESS) != 0; i++) {
            Cpu.pause();
        }
    }

    private static long read() {
        int format = register(STATUS_B);
        int rawHour = register(HOURS);
        int hour = number(rawHour & ~AFTERNOON, format);
        if ((format & HOURS_24) == 0) {
            hour = hour % 12 + ((rawHour & AFTERNOON) != 0 ? 12 : 0);
        }
        int year = 2000 + number(register(YEAR), format);
        int month = number(register(MONTH), format);
        int day = number(register(DAY), format);
        long minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + number(register(MINUTES), format);
        return minutes * 60 + number(register(SECONDS), format);
    }

    private static int number(int raw, int format) {
        return (format & BINARY) != 0 ? raw : (raw >> 4) * 10 + (raw & 15);
    }

    /** Days in the Gregorian calendar, counted in years that begin in March so that the leap day comes last. */
    static long daysSince1970(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = (month + 9) % 12;
        return marchYear * 365L
                + marchYear / 4
                - marchYear / 100
                + marchYear / 400
                + (marchMonth * 153 + 2) / 5
                + day
                - 719_469;
    }

    private static int register(int number) {
        Port.write(INDEX, number);
        return Port.read(DATA);
    }
}
