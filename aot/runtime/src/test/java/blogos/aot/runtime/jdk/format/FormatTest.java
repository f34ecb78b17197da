package blogos.aot.runtime.jdk.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Formatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares with the host's formatter: output, and the text of exceptions. */
class FormatTest {
    private static final String FLAGS = "-#+ 0,(<";
    private static final String CONVERSIONS = "bBhHsScCdoxXeEgGfaA%nqD";

    private static final Object[] VALUES = {
        null, 0, 1, -1, 42, -12345, Integer.MIN_VALUE, (byte) -1, (short) -2, 123456789012L, Long.MIN_VALUE, 1.5,
        -2.25, 0.0, -0.0, 1e10, 1e-5, 123456.789, Double.NaN, Double.NEGATIVE_INFINITY, 3.14f, 9.995, 0.05, 1e300,
        4.9e-324, Double.MAX_VALUE,
        0.0005, 99999.95, "text", "", 'c', '\u00e9', true, false, new BigInteger("-12345678901234567890"),
        BigInteger.TEN,
        new BigDecimal("12345.6789"), new BigDecimal("-0.00012345"), BigDecimal.ZERO, new BigDecimal("0.00"),
        new BigDecimal("1E+20"), new BigDecimal("9.9999"), new StringBuilder("sb"),
    };

    private final Random random = new Random(42);

    private String format() {
        StringBuilder format = new StringBuilder("a%");
        if (random.nextInt(8) == 0) {
            format.append(1 + random.nextInt(3)).append('$');
        }
        for (int flags = random.nextInt(3); flags > 0; flags--) {
            format.append(FLAGS.charAt(random.nextInt(FLAGS.length())));
        }
        if (random.nextInt(2) == 0) {
            format.append(1 + random.nextInt(20));
        }
        if (random.nextInt(3) == 0) {
            format.append('.').append(random.nextInt(16));
        }
        if (random.nextInt(80) != 0) {
            format.append(CONVERSIONS.charAt(random.nextInt(CONVERSIONS.length())));
        }
        return random.nextInt(4) == 0 ? format.append("z%s").toString() : format.toString();
    }

    private static String expected(String format, Object[] arguments) {
        StringBuilder out = new StringBuilder();
        try {
            new Formatter(out, Locale.ROOT).format(format, arguments);
            return out.toString();
        } catch (IllegalArgumentException e) {
            return out + e.toString();
        }
    }

    private static String actual(String format, Object[] arguments) {
        StringBuilder out = new StringBuilder();
        try {
            new JavaFormatter(out, Locale.ROOT).print(Locale.ROOT, format, arguments);
            return out.toString();
        } catch (IllegalArgumentException e) {
            return out + e.toString();
        }
    }

    @Test
    void agreesWithTheJdk() {
        for (int i = 0; i < 100_000; i++) {
            String format = format();
            Object[] arguments = {VALUES[random.nextInt(VALUES.length)], VALUES[random.nextInt(VALUES.length)]};
            String expected = expected(format, arguments);
            assertEquals(expected, actual(format, arguments), () -> format + " " + Arrays.toString(arguments));
        }
    }
}
