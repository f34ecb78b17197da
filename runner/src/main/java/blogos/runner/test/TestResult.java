package blogos.runner.test;

/**
 * What became of one test.
 *
 * @param name the test's name in its suite
 * @param outcome how it ended
 * @param message of a failure: what was expected and what was seen; of a skipped test: why; else empty
 */
public record TestResult(String name, Outcome outcome, String message) {
    /** How a test ended. */
    public enum Outcome {
        /** As it should. */
        PASSED,
        /** Otherwise. */
        FAILED,
        /** It could not run here. */
        SKIPPED
    }

    /** A test that passed. */
    public static TestResult passed(String name) {
        return new TestResult(name, Outcome.PASSED, "");
    }

    /** A test that failed. */
    public static TestResult failed(String name, String message) {
        return new TestResult(name, Outcome.FAILED, message);
    }

    /** A test that could not run. */
    public static TestResult skipped(String name, String message) {
        return new TestResult(name, Outcome.SKIPPED, message);
    }
}
