package blogos.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickScaleTest {
    @Test
    void oneSecondIsABillionNanoseconds() {
        for (long frequency : new long[] {1000, 1_193_182, 14_318_180, 100_000_000, 1_000_000_000, 2_999_999_999L}) {
            long nanos = TickScale.nanos(frequency, TickScale.factor(frequency));
            assertEquals(1_000_000_000, nanos, 2, "at " + frequency + " Hz");
        }
    }

    @Test
    void errorsAreSmallAfterYears() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long frequency = 1_000_000L + random.nextInt(Integer.MAX_VALUE);
            long ticks = random.nextLong() >>> 5;
            BigInteger exact = BigInteger.valueOf(ticks)
                    .multiply(BigInteger.valueOf(1_000_000_000))
                    .divide(BigInteger.valueOf(frequency));
            if (exact.bitLength() < 63) {
                long error = Math.abs(exact.longValue() - TickScale.nanos(ticks, TickScale.factor(frequency)));
                assertTrue(error <= 1 + exact.longValue() / 1_000_000_000, ticks + " ticks at " + frequency + " Hz");
            }
        }
    }

    @Test
    void moreTicksAreNeverFewerNanoseconds() {
        long factor = TickScale.factor(2_400_000_000L);
        long last = 0;
        for (long ticks = 0; ticks < 100_000; ticks++) {
            long nanos = TickScale.nanos(ticks, factor);
            assertTrue(nanos >= last);
            last = nanos;
        }
    }
}
