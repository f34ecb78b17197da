package blogos.kernel.tests;

/** What tests expect. */
final class Check {
    private Check() {}

    /** Something that ought to throw. */
    interface Action {
        void run() throws Exception;
    }

    static void isTrue(boolean condition, String claim) {
        if (!condition) {
            throw new AssertionError("not so: " + claim);
        }
    }

    static void equal(long expected, long actual, String what) {
        if (expected != actual) {
            throw new AssertionError(
                    what + " is " + actual + " (0x" + Long.toHexString(actual) + ") instead of " + expected);
        }
    }

    static void equals(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + " is '" + actual + "' instead of '" + expected + "'");
        }
    }

    /** Runs something that must throw an exception of exactly this class, and answers it. */
    static Throwable throwing(Class<?> expected, Action action) {
        try {
            action.run();
        } catch (Throwable e) {
            if (e.getClass() == expected) {
                return e;
            }
            throw new AssertionError("it threw " + e + " instead of a " + expected.getName());
        }
        throw new AssertionError("it threw no " + expected.getName());
    }
}
