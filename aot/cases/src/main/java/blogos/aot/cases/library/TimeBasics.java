package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** java.time: what needs neither time zones nor formatters. */
public final class TimeBasics {
    private TimeBasics() {}

    public static void main(String[] arguments) {
        Cases.run("durations", TimeBasics::durations);
        Cases.run("durationsBetween", TimeBasics::durationsBetween);
        Cases.run("instants", TimeBasics::instants);
        Cases.run("dates", TimeBasics::dates);
        Cases.run("datesCompared", TimeBasics::datesCompared);
        Cases.run("badDates", TimeBasics::badDates);
        Cases.run("adjusters", TimeBasics::adjusters);
        Cases.run("times", TimeBasics::times);
        Cases.run("dateTimes", TimeBasics::dateTimes);
        Cases.run("offsets", TimeBasics::offsets);
        Cases.run("periods", TimeBasics::periods);
        Cases.run("monthsAndDays", TimeBasics::monthsAndDays);
        Cases.run("yearsAndMonths", TimeBasics::yearsAndMonths);
        Cases.run("units", TimeBasics::units);
        Cases.run("now", TimeBasics::now);
        Cases.run("parsing", TimeBasics::parsing);
        Cases.run("parsingFailures", TimeBasics::parsingFailures);
        Cases.run("instantsAsText", TimeBasics::instantsAsText);
        Cases.run("formatting", TimeBasics::formatting);
        Cases.run("today", TimeBasics::today);
    }

    static void durations() {
        Duration duration = Duration.ofHours(25).plusMinutes(3).plusNanos(1_500_000);
        System.out.println(duration + " " + duration.toDays() + " " + duration.toHoursPart() + " " + duration.toMillis() + " "
                + duration.negated() + " " + duration.multipliedBy(3) + " " + duration.dividedBy(7) + " " + Duration.ZERO);
        System.out.println(Duration.ofMillis(-1) + " " + Duration.ofSeconds(1, -1).abs() + " "
                + Duration.ofDays(1).compareTo(Duration.ofHours(23)) + " " + Duration.ofSeconds(90).equals(Duration.ofMillis(90000)));
    }

    static void durationsBetween() {
        System.out.println(Duration.between(Instant.ofEpochSecond(10), Instant.ofEpochMilli(12_345)) + " "
                + Duration.between(LocalTime.of(23, 0), LocalTime.of(1, 30)) + " "
                + Duration.of(3, ChronoUnit.HALF_DAYS) + " " + Duration.ofNanos(Long.MAX_VALUE));
        Cases.thrown("overflow", () -> Duration.ofSeconds(Long.MAX_VALUE).plusSeconds(1));
    }

    static void instants() {
        Instant instant = Instant.ofEpochSecond(1_700_000_000L, 123_000_000);
        System.out.println(instant.getEpochSecond() + " " + instant.getNano() + " " + instant.toEpochMilli() + " "
                + instant.plus(1, ChronoUnit.DAYS).getEpochSecond() + " " + instant.isAfter(Instant.EPOCH) + " "
                + instant.truncatedTo(ChronoUnit.MINUTES).getEpochSecond() + " " + Instant.MAX.getEpochSecond());
    }

    static void dates() {
        LocalDate date = LocalDate.of(2024, 2, 28);
        System.out.println(date + " " + date.plusDays(2) + " " + date.plusMonths(12).plusDays(1) + " " + date.minusYears(100) + " "
                + date.isLeapYear() + " " + date.getDayOfWeek() + " " + date.getDayOfYear() + " " + date.lengthOfMonth() + " "
                + date.toEpochDay() + " " + date.withDayOfMonth(1) + " " + LocalDate.ofYearDay(2023, 365));
        System.out.println(LocalDate.of(-5, 1, 1) + " " + LocalDate.of(12345, 12, 31) + " " + LocalDate.ofEpochDay(-1) + " " + LocalDate.MIN);
    }

    static void datesCompared() {
        LocalDate first = LocalDate.of(2020, 1, 31);
        LocalDate second = LocalDate.of(2021, 3, 1);
        System.out.println(first.isBefore(second) + " " + first.compareTo(second) + " " + first.until(second) + " "
                + first.until(second, ChronoUnit.WEEKS) + " " + ChronoUnit.DAYS.between(first, second) + " " + first.hashCode());
        List<LocalDate> dates = new ArrayList<>(List.of(second, first, first.plusWeeks(1)));
        Collections.sort(dates);
        System.out.println(dates);
    }

    static void badDates() {
        Cases.thrown("month", () -> LocalDate.of(2024, 13, 1));
        Cases.thrown("day", () -> LocalDate.of(2023, 2, 29));
        Cases.thrown("day", () -> LocalDate.of(2023, 4, 31));
        Cases.thrown("hour", () -> LocalTime.of(24, 0));
        Cases.thrown("field", () -> LocalDate.of(2023, 4, 1).get(ChronoField.HOUR_OF_DAY));
    }

    static void adjusters() {
        LocalDate date = LocalDate.of(2024, 5, 15);
        System.out.println(date.with(TemporalAdjusters.lastDayOfMonth()) + " " + date.with(TemporalAdjusters.firstDayOfNextYear()) + " "
                + date.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) + " " + date.with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY))
                + " " + date.with(ChronoField.DAY_OF_WEEK, 7) + " " + date.get(ChronoField.ALIGNED_WEEK_OF_MONTH));
    }

    static void times() {
        LocalTime time = LocalTime.of(22, 15, 30, 5_000_000);
        System.out.println(time + " " + time.plusHours(3) + " " + time.minusMinutes(1336) + " " + time.truncatedTo(ChronoUnit.HOURS) + " "
                + time.toSecondOfDay() + " " + time.toNanoOfDay() + " " + LocalTime.MIDNIGHT + LocalTime.NOON + " "
                + LocalTime.ofSecondOfDay(86399) + " " + time.withNano(1) + " " + LocalTime.MAX);
    }

    static void dateTimes() {
        LocalDateTime moment = LocalDateTime.of(2023, Month.DECEMBER, 31, 23, 59, 59);
        System.out.println(moment + " " + moment.plusSeconds(1) + " " + moment.toLocalDate() + " " + moment.toEpochSecond(ZoneOffset.UTC)
                + " " + LocalDateTime.ofEpochSecond(1_000_000_000, 7, ZoneOffset.ofHours(2)) + " "
                + moment.until(moment.plusYears(1), ChronoUnit.HOURS) + " " + moment.isEqual(moment.plusNanos(0)));
    }

    static void offsets() {
        OffsetDateTime moment = OffsetDateTime.of(2024, 1, 1, 0, 30, 0, 0, ZoneOffset.ofHoursMinutes(5, 30));
        System.out.println(moment + " " + moment.toEpochSecond() + " " + moment.withOffsetSameInstant(ZoneOffset.UTC) + " "
                + ZoneOffset.of("-03:00").getTotalSeconds() + " " + ZoneOffset.UTC + " " + moment.getOffset());
        Cases.thrown("offset", () -> ZoneOffset.ofHours(19));
    }

    static void periods() {
        Period period = Period.of(1, 14, -3);
        System.out.println(period + " " + period.normalized() + " " + period.toTotalMonths() + " " + Period.ZERO + " "
                + Period.ofWeeks(2) + " " + LocalDate.of(2024, 1, 31).plus(Period.ofMonths(1)) + " "
                + Period.between(LocalDate.of(2000, 2, 29), LocalDate.of(2024, 2, 28)) + " " + period.negated().isNegative());
    }

    static void monthsAndDays() {
        System.out.println(Month.JANUARY.minus(1) + " " + Month.of(2).maxLength() + " " + Month.MARCH.firstMonthOfQuarter() + " "
                + DayOfWeek.SUNDAY.plus(1) + " " + DayOfWeek.of(3) + " " + Month.FEBRUARY.length(false));
        Cases.thrown("month", () -> Month.of(0));
    }

    static void yearsAndMonths() {
        System.out.println(Year.of(1900).isLeap() + " " + Year.of(2000).length() + " " + YearMonth.of(2024, 2).lengthOfMonth() + " "
                + YearMonth.of(2024, 2).atEndOfMonth() + " " + MonthDay.of(2, 29).atYear(2023) + " " + YearMonth.of(2023, 12).plusMonths(1)
                + " " + Year.of(7) + " " + MonthDay.of(Month.MAY, 1));
    }

    static void units() {
        for (ChronoUnit unit : ChronoUnit.values()) {
            System.out.println(unit + " " + unit.getDuration() + " " + unit.isDateBased());
        }
    }

    static void now() {
        Instant before = Instant.now();
        Instant after = Instant.now();
        System.out.println(!after.isBefore(before) + " " + (before.getEpochSecond() >= 0));
    }

    static void parsing() {
        System.out.println(LocalDate.parse("2024-02-29") + " " + LocalTime.parse("23:59:01.5") + " " + LocalDateTime.parse("2001-01-01T00:00") + " "
                + Duration.parse("P1DT2H-3.5S") + " " + Period.parse("P1Y-2M3W") + " " + OffsetDateTime.parse("2020-01-01T10:00:00+02:00") + " " + YearMonth.parse("2020-07"));
    }

    static void parsingFailures() {
        Cases.thrown("date", () -> LocalDate.parse("2024-2-29"));
        Cases.thrown("day", () -> LocalDate.parse("2023-02-29"));
        Cases.thrown("duration", () -> Duration.parse("1 hour"));
        Cases.thrown("time", () -> LocalTime.parse("noon"));
    }

    static void instantsAsText() {
        System.out.println(Instant.ofEpochSecond(0) + " " + Instant.ofEpochSecond(1_700_000_000L, 120_000_000) + " " + Instant.parse("2024-02-29T12:30:00.001Z").toEpochMilli() + " "
                + Instant.ofEpochSecond(-1) + " " + Instant.MAX);
    }

    static void formatting() {
        LocalDateTime moment = LocalDateTime.of(2024, 3, 7, 9, 5, 3);
        System.out.println(DateTimeFormatter.ISO_LOCAL_DATE.format(moment) + " " + DateTimeFormatter.BASIC_ISO_DATE.format(moment) + " " + moment.format(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss")) + " "
                + LocalDate.parse("07/03/2024", DateTimeFormatter.ofPattern("dd/MM/yyyy")) + " " + DateTimeFormatter.ISO_WEEK_DATE.format(moment) + " " + DateTimeFormatter.ISO_ORDINAL_DATE.format(moment));
    }

    static void today() {
        System.out.println((LocalDate.now().getYear() >= 1970) + " " + (LocalDateTime.now(ZoneOffset.UTC).getYear() >= 1970));
    }
}
