package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RealTimeClockTest {
    private static final int DECIMAL_24 = 2;
    private static final int DECIMAL_12 = 0;
    private static final int BINARY_24 = 6;
    private static final int BINARY_12 = 4;

    private static long seconds(int year, int month, int day, int hour, int minute, int second) {
        return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
    }

    @Test
    void countsDaysAsTheCalendarDoes() {
        for (LocalDate date = LocalDate.of(2000, 1, 1); date.getYear() < 2100; date = date.plusDays(1)) {
            assertEquals(
                    date.toEpochDay(),
                    RealTimeClock.daysSince1970(date.getYear(), date.getMonthValue(), date.getDayOfMonth()),
                    date.toString());
        }
    }

    @Test
    void decimalDigits() {
        assertEquals(
                seconds(2026, 11, 29, 23, 59, 58),
                RealTimeClock.decode(0x20, 0x26, 0x11, 0x29, 0x23, 0x59, 0x58, DECIMAL_24));
    }

    @Test
    void binaryNumbers() {
        assertEquals(seconds(2026, 11, 29, 23, 59, 58), RealTimeClock.decode(20, 26, 11, 29, 23, 59, 58, BINARY_24));
    }

    @Test
    void twelveHours() {
        int[][] hours = {{12, 0}, {1, 1}, {11, 11}, {12 | 0x80, 12}, {1 | 0x80, 13}, {11 | 0x80, 23}};
        for (int[] hour : hours) {
            assertEquals(
                    seconds(2026, 1, 2, hour[1], 3, 4), RealTimeClock.decode(20, 26, 1, 2, hour[0], 3, 4, BINARY_12));
        }
        assertEquals(seconds(2026, 1, 2, 22, 3, 4), RealTimeClock.decode(0x20, 0x26, 1, 2, 0x90, 3, 4, DECIMAL_12));
    }

    @Test
    void centuries() {
        assertEquals(seconds(1999, 1, 1, 0, 0, 0), RealTimeClock.decode(0x19, 0x99, 1, 1, 0, 0, 0, DECIMAL_24));
        assertEquals(seconds(2099, 1, 1, 0, 0, 0), RealTimeClock.decode(-1, 0x99, 1, 1, 0, 0, 0, DECIMAL_24));
        assertEquals(seconds(2100, 1, 1, 0, 0, 0), RealTimeClock.decode(0x21, 0, 1, 1, 0, 0, 0, DECIMAL_24));
        assertEquals(0, RealTimeClock.decode(0x19, 0x69, 1, 1, 0, 0, 0, DECIMAL_24));
    }

    @Test
    void whatIsNoDateIsNone() {
        assertEquals(0, RealTimeClock.decode(0, 0x26, 1, 1, 0, 0, 0, DECIMAL_24));
        assertEquals(0, RealTimeClock.decode(0x20, 0x26, 0x13, 1, 0, 0, 0, DECIMAL_24));
        assertEquals(0, RealTimeClock.decode(0x20, 0x26, 0, 1, 0, 0, 0, DECIMAL_24));
        assertEquals(0, RealTimeClock.decode(0x20, 0x26, 1, 0x1a, 0, 0, 0, DECIMAL_24));
        assertEquals(0, RealTimeClock.decode(0x20, 0x26, 1, 1, 0x24, 0, 0, DECIMAL_24));
        assertEquals(0, RealTimeClock.decode(0x20, 0x26, 1, 1, 0x13, 0, 0, DECIMAL_12));
        assertEquals(0, RealTimeClock.decode(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
    }
}
