package blogos.runner.test;

import blogos.runner.UserError;
import blogos.runner.test.TestResult.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs suites one after the other and reports: a line for each, its failures below, the totals at the end. */
public final class TestRun {
    private final PrintStream out;
    private final Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);

    /** A run that reports to a stream. */
    public TestRun(PrintStream out) {
        this.out = out;
    }

    /** Runs the suites; returns whether no test failed and at least one ran. */
    public boolean run(List<Suite> suites) throws InterruptedException {
        int width =
                suites.stream().mapToInt(suite -> suite.name().length()).max().orElse(0);
        for (Suite suite : suites) {
            List<TestResult> results = results(suite);
            out.printf("%-" + width + "s  %s%n", suite.name(), counts(results));
            for (TestResult result : results) {
                totals.merge(result.outcome(), 1, Integer::sum);
                if (result.outcome() == Outcome.FAILED) {
                    out.println("  FAILED " + result.name());
                    result.message().lines().forEach(line -> out.println("    " + line));
                }
            }
            out.flush();
        }
        out.printf(
                "%d passed, %d failed, %d skipped%n",
                total(Outcome.PASSED), total(Outcome.FAILED), total(Outcome.SKIPPED));
        return total(Outcome.FAILED) == 0 && total(Outcome.PASSED) > 0;
    }

    private static List<TestResult> results(Suite suite) throws InterruptedException {
        try {
            return suite.run();
        } catch (UserError | IOException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            return List.of(TestResult.failed("(the suite itself)", message));
        }
    }

    private static String counts(List<TestResult> results) {
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            long count = results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .count();
            if (count > 0 || outcome == Outcome.PASSED) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(outcome.name().toLowerCase(Locale.ROOT));
            }
        }
        return text.toString();
    }

    private int total(Outcome outcome) {
        return totals.getOrDefault(outcome, 0);
    }
}
