package blogos.aot.cases.library;

import blogos.aot.cases.Cases;

/** java.lang.Double and Float: parsing, printing, bits. */
public final class LangFloatingNumbers {
    private LangFloatingNumbers() {}

    public static void main(String[] arguments) {
        Cases.run("doubleToString", LangFloatingNumbers::doubleToString);
        Cases.run("floatToString", LangFloatingNumbers::floatToString);
        Cases.run("parseDouble", LangFloatingNumbers::parseDouble);
        Cases.run("parseDoubleFailures", LangFloatingNumbers::parseDoubleFailures);
        Cases.run("parseFloat", LangFloatingNumbers::parseFloat);
        Cases.run("roundTrips", LangFloatingNumbers::roundTrips);
        Cases.run("bits", LangFloatingNumbers::bits);
        Cases.run("predicates", LangFloatingNumbers::predicates);
        Cases.run("compareAndEquals", LangFloatingNumbers::compareAndEquals);
        Cases.run("hexString", LangFloatingNumbers::hexString);
        Cases.run("conversions", LangFloatingNumbers::conversions);
    }

    static void doubleToString() {
        double[] values = {
            0,
            -0.0,
            1,
            -1,
            10,
            100,
            1e6,
            1e7,
            12345678,
            0.001,
            0.00099,
            1.1,
            2.2250738585072014E-308,
            4.9e-324,
            1.7976931348623157e308,
            1e23,
            8.41e21,
            2e-3,
            9007199254740993.0,
            5e-324,
            1.0E-5,
            123456.789,
            0.1 + 0.7,
            100.0 / 3
        };
        for (double value : values) {
            System.out.println(Double.toString(value));
        }
    }

    static void floatToString() {
        float[] values = {
            0,
            -0f,
            1,
            0.1f,
            1e7f,
            1.17549435e-38f,
            1.4e-45f,
            3.4028235e38f,
            8.5f,
            33554432f,
            1e10f,
            0.001f,
            9.999e-4f,
            16777216f,
            1f / 3,
            2e-3f
        };
        for (float value : values) {
            System.out.println(Float.toString(value));
        }
    }

    static void parseDouble() {
        String[] texts = {
            "0",
            "-0",
            "1",
            "1.",
            ".5",
            "1e10",
            "1E-10",
            "+3.25",
            " 7.5 ",
            "NaN",
            "-Infinity",
            "1e400",
            "1e-400",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "0.1",
            "123456789012345678901234567890",
            "1d",
            "2.5f",
            "9007199254740993",
            "2.2250738585072011e-308",
            "1e0000000001",
            "0.000000000000000000000000000001"
        };
        for (String text : texts) {
            System.out.println(text + " " + Long.toHexString(Double.doubleToLongBits(Double.parseDouble(text))));
        }
    }

    static void parseDoubleFailures() {
        String[] texts = {"", " ", "x", "1e", "--1", "1.2.3", "nan", "1 2", "e5", ".", "+"};
        for (String text : texts) {
            Cases.thrown("[" + text + "]", () -> Double.parseDouble(text));
        }
        Cases.thrown("null", () -> Double.parseDouble(null));
    }

    static void parseFloat() {
        String[] texts = {
            "0.1",
            "1e39",
            "1e-46",
            "16777217",
            "3.4028235e38",
            "3.4028236e38",
            "1.00000017881393432617187499",
            "1.00000017881393432617187500",
            "-7"
        };
        for (String text : texts) {
            System.out.println(text + " " + Integer.toHexString(Float.floatToIntBits(Float.parseFloat(text))));
        }
    }

    static void roundTrips() {
        long seed = 42;
        int wrong = 0;
        int hash = 0;
        for (int i = 0; i < 2000; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            double value = Double.longBitsToDouble(seed);
            String text = Double.toString(value);
            hash = hash * 31 + text.hashCode();
            if (!Double.isNaN(value) && Double.parseDouble(text) != value) {
                wrong++;
            }
        }
        System.out.println(wrong + " " + hash);
    }

    static void bits() {
        System.out.println(Long.toHexString(Double.doubleToLongBits(-1.5)) + " "
                + Double.longBitsToDouble(0x4009_21fb_5444_2d18L)
                + " " + Integer.toHexString(Float.floatToIntBits(-1.5f)) + " " + Float.intBitsToFloat(0x40490fdb) + " "
                + Long.toHexString(Double.doubleToLongBits(0.0 / 0.0)) + " "
                + Long.toHexString(Double.doubleToRawLongBits(Double.longBitsToDouble(0x7ff8_0000_0000_0001L))) + " "
                + Long.toHexString(Double.doubleToLongBits(Double.longBitsToDouble(0x7ff8_0000_0000_0001L))));
    }

    static void predicates() {
        double[] values = {0, 1 / 0.0, -1 / 0.0, 0 / 0.0, 1e308, 4.9e-324};
        for (double value : values) {
            System.out.println(Double.isNaN(value) + " " + Double.isInfinite(value) + " " + Double.isFinite(value) + " "
                    + Float.isNaN((float) value) + " " + Float.isInfinite((float) value));
        }
    }

    static void compareAndEquals() {
        double[] values = {-0.0, 0.0, 1, Double.NaN, Double.NEGATIVE_INFINITY};
        for (double a : values) {
            StringBuilder line = new StringBuilder();
            for (double b : values) {
                line.append(Double.compare(a, b))
                        .append(Double.valueOf(a).equals(b) ? "=" : "/")
                        .append(Float.compare((float) a, (float) b))
                        .append(' ');
            }
            System.out.println(line + " " + Double.hashCode(a) + " " + Float.hashCode((float) a));
        }
        System.out.println(Double.max(-0.0, 0.0) + " " + Double.min(0.0, -0.0) + " " + Double.sum(1, 2));
    }

    static void hexString() {
        double[] values = {1, -0.5, 0.1, 4.9e-324, Double.MAX_VALUE, Double.NaN};
        for (double value : values) {
            System.out.println(Double.toHexString(value) + " " + Float.toHexString((float) value));
        }
    }

    static void conversions() {
        Number[] numbers = {1.9, -1.9, 1e20, Double.NaN, 2.5f, 1e10f};
        for (Number number : numbers) {
            System.out.println(number.byteValue() + " " + number.shortValue() + " " + number.intValue() + " "
                    + number.longValue() + " " + number.floatValue() + " " + number.doubleValue());
        }
    }
}
