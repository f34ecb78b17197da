package blogos.runner.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.runner.UserError;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class TestRunTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TestRun run = new TestRun(new PrintStream(bytes));

    @Test
    void theLastLineCountsEverything() throws InterruptedException {
        Suite first = suite("host", () -> List.of(TestResult.passed("a"), TestResult.skipped("b", "why")));
        Suite second = suite("kernel", () -> List.of(TestResult.failed("c", "1 != 2\nlog")));
        assertFalse(run.run(List.of(first, second)));
        assertEquals("""
                host    1 passed, 1 skipped
                kernel  0 passed, 1 failed
                  FAILED c
                    1 != 2
                    log
                1 passed, 1 failed, 1 skipped
                """, bytes.toString());
    }

    @Test
    void aSuiteThatCannotRunIsAFailure() throws InterruptedException {
        assertFalse(run.run(List.of(suite("host", () -> {
            throw new UserError("no QEMU");
        }))));
        assertTrue(bytes.toString().contains("no QEMU"), bytes.toString());
        assertTrue(bytes.toString().endsWith("0 passed, 1 failed, 0 skipped\n"), bytes.toString());
    }

    @Test
    void onlyPassedTestsAreASuccess() throws InterruptedException {
        assertTrue(run.run(List.of(suite("host", () -> List.of(TestResult.passed("a"))))));
        assertFalse(new TestRun(new PrintStream(bytes)).run(List.of(suite("host", List::of))));
    }

    private static Suite suite(String name, Callable<List<TestResult>> tests) {
        return new Suite() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<TestResult> run() {
                try {
                    return tests.call();
                } catch (UserError e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}
