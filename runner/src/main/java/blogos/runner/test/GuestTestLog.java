package blogos.runner.test;

import blogos.qemu.TestLine;
import blogos.runner.qemu.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a test image printed into results. Besides the failures that the guest reports itself, a test that did not
 * end, a damaged or unexpected line, a missing end and wrong counts each give a failed result: silence never passes.
 */
final class GuestTestLog {
    private static final String PROTOCOL = "(test protocol)";
    private static final int SHOWN_LINES = 15;

    private final List<TestResult> results = new ArrayList<>();
    private final List<String> output = new ArrayList<>();
    private String running;
    private boolean done;

    private GuestTestLog() {}

    /**
     * The results of a run.
     *
     * @param lines what came over the serial port
     * @param end how the run ended
     */
    static List<TestResult> read(List<String> lines, Outcome end) {
        GuestTestLog log = new GuestTestLog();
        for (String line : lines) {
            log.read(line);
        }
        log.finish(end);
        return log.results;
    }

    private void read(String text) {
        TestLine line;
        try {
            line = TestLine.parse(text);
        } catch (IllegalArgumentException e) {
            results.add(TestResult.failed(PROTOCOL, e.getMessage()));
            return;
        }
        if (line == null) {
            output.add(text);
            return;
        }
        switch (line.kind()) {
            case BEGIN -> begin(line);
            case DONE -> done(line);
            default -> end(line);
        }
    }

    private void begin(TestLine line) {
        if (running != null) {
            results.add(TestResult.failed(running, "it did not end before " + line.name() + " began" + shownOutput()));
        }
        running = line.name();
        output.clear();
    }

    private void end(TestLine line) {
        if (!line.name().equals(running)) {
            results.add(TestResult.failed(PROTOCOL, line.name() + " ended but had not begun"));
            return;
        }
        running = null;
        results.add(
                switch (line.kind()) {
                    case PASS -> TestResult.passed(line.name());
                    case SKIP -> TestResult.skipped(line.name(), line.message());
                    default -> TestResult.failed(line.name(), line.message() + shownOutput());
                });
    }

    private void done(TestLine line) {
        done = true;
        int passed = count(TestResult.Outcome.PASSED);
        int failed = count(TestResult.Outcome.FAILED);
        int skipped = count(TestResult.Outcome.SKIPPED);
        if (passed != line.passed() || failed != line.failed() || skipped != line.skipped()) {
            String arrived = TestLine.done(passed, failed, skipped).format();
            results.add(
                    TestResult.failed(PROTOCOL, "the guest sent " + line.format() + ", what arrived is " + arrived));
        }
    }

    private int count(TestResult.Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private void finish(Outcome end) {
        if (running != null) {
            results.add(TestResult.failed(running, "it did not end; the guest " + end.describe() + shownOutput()));
        } else if (!done) {
            results.add(TestResult.failed(PROTOCOL, "the tests stopped; the guest " + end.describe() + shownOutput()));
        }
    }

    private String shownOutput() {
        if (output.isEmpty()) {
            return "";
        }
        List<String> last = output.subList(Math.max(0, output.size() - SHOWN_LINES), output.size());
        return "\nits last output:\n  " + String.join("\n  ", last);
    }
}
