package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RealTimeClockTest {
    @Test
    void countsDaysAsTheCalendarDoes() {
        for (LocalDate date = LocalDate.of(2000, 1, 1); date.getYear() < 2100; date = date.plusDays(1)) {
            assertEquals(
                    date.toEpochDay(),
                    RealTimeClock.daysSince1970(date.getYear(), date.getMonthValue(), date.getDayOfMonth()),
                    date.toString());
        }
    }
}
