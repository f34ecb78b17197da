package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 5.1.11 for float and double: their string conversion inside concatenation. */
public final class Ch15FloatingStrings {
    private Ch15FloatingStrings() {}

    public static void main(String[] arguments) {
        Cases.run("doubles", Ch15FloatingStrings::doubles);
        Cases.run("floats", Ch15FloatingStrings::floats);
        Cases.run("computed", Ch15FloatingStrings::computed);
        Cases.run("boxed", Ch15FloatingStrings::boxed);
    }

    static void doubles() {
        double[] values = {
            0.0,
            -0.0,
            1.0,
            0.1,
            -2.5,
            100,
            1e7,
            9999999.0,
            1e-3,
            9.99e-4,
            1e21,
            123456789.125,
            1e300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1.0 / 3,
            2.0 / 3,
            Math.PI,
            Math.E,
            4.35,
            0.3,
            0.1 + 0.2
        };
        for (double value : values) {
            System.out.println("<" + value + ">");
        }
    }

    static void floats() {
        float[] values = {
            0f,
            -0f,
            1f,
            0.1f,
            -2.5f,
            1e7f,
            1e-3f,
            9.99e-4f,
            16777216f,
            1e30f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            1f / 3,
            3.14159274f
        };
        for (float value : values) {
            System.out.println("<" + value + ">");
        }
    }

    static void computed() {
        double x = 1;
        for (int i = 0; i < 30; i++) {
            x = x * 1.7 - i / 3.0;
            System.out.println(i + ": " + x + " " + (float) x);
        }
    }

    static void boxed() {
        Double d = 0.5;
        Float f = -1e10f;
        Object o = d;
        System.out.println(d + " " + f + " " + o + " " + d.hashCode() + " " + f.hashCode());
    }
}
