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

    /** Seconds change rarely enough for two readings in a row to agree soon. */
    private static final int MOST_READINGS = 10;

    private RealTimeClock() {}

    /**
     * Seconds since 1970-01-01T00:00:00 in the time zone of the clock; 0 if it shows no date, as with an empty battery.
     *
     * <p>The clock changes its registers one after the other once a second. So they are read while it says that it does
     * not, and again until two readings agree.
     *
     * @param centuryRegister register with the century; 0 for the 21st
     */
    static long unixSeconds(int centuryRegister) {
        long seconds = read(centuryRegister);
        for (int i = 0; i < MOST_READINGS; i++) {
            long again = read(centuryRegister);
            if (again == seconds) {
                return seconds;
            }
            seconds = again;
        }
        return seconds;
    }

    private static long read(int centuryRegister) {
        for (int i = 0; i < MOST_POLLS && (register(STATUS_A) & UPDATE_IN_PROGRESS) != 0; i++) {
            Cpu.pause();
        }
        int century = centuryRegister == 0 ? -1 : register(centuryRegister);
        return decode(
                century,
                register(YEAR),
                register(MONTH),
                register(DAY),
                register(HOURS),
                register(MINUTES),
                register(SECONDS),
                register(STATUS_B));
    }

    /**
     * Turns the contents of registers into seconds since 1970.
     *
     * @param century the century register, or -1 for the 21st century
     * @param format status register B: decimal digits or binary, 12 or 24 hours
     * @return 0 if the registers hold no date after 1970
     */
    static long decode(int century, int year, int month, int day, int hour, int minute, int second, int format) {
        int hourNumber = number(hour & ~AFTERNOON, format);
        if ((format & HOURS_24) == 0) {
            if (hourNumber < 1 || hourNumber > 12) {
                return 0;
            }
            hourNumber = hourNumber % 12 + ((hour & AFTERNOON) != 0 ? 12 : 0);
        } else {
            hourNumber = number(hour, format);
        }
        int centuryNumber = century < 0 ? 20 : number(century, format);
        int yearInCentury = number(year, format);
        int monthNumber = number(month, format);
        int dayNumber = number(day, format);
        int minuteNumber = number(minute, format);
        int secondNumber = number(second, format);
        boolean valid = isWithin(centuryNumber, 19, 99)
                && isWithin(yearInCentury, 0, 99)
                && isWithin(monthNumber, 1, 12)
                && isWithin(dayNumber, 1, 31)
                && isWithin(hourNumber, 0, 23)
                && isWithin(minuteNumber, 0, 59)
                && isWithin(secondNumber, 0, 59);
        if (!valid) {
            return 0;
        }
        long days = daysSince1970(centuryNumber * 100 + yearInCentury, monthNumber, dayNumber);
        return Math.max(0, ((days * 24 + hourNumber) * 60 + minuteNumber) * 60 + secondNumber);
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private static int number(int raw, int format) {
        if ((format & BINARY) != 0) {
            return raw;
        }
        int tens = raw >> 4;
        int ones = raw & 15;
        return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
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
