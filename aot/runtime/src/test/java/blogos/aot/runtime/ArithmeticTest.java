package blogos.aot.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final double[] SPECIAL = {
        0.0, -0.0, 1, -1, 0.1, 3, Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, Double.NaN,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
    };

    @Test
    void remaindersAreThoseOfTheLanguage() {
        for (double x : SPECIAL) {
            for (double y : SPECIAL) {
                assertEquals(x % y, Arithmetic.remainder(x, y));
                assertEquals((float) x % (float) y, Arithmetic.remainder((float) x, (float) y));
            }
        }
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            double y = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : x * random.nextDouble();
            assertEquals(x % y, Arithmetic.remainder(x, y), () -> x + " % " + y);
        }
    }
}
