package blogos.runner.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.runner.qemu.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestTestLogTest {
    private static final Outcome SUCCESS = new Outcome(33, null);

    @Test
    void eachTestHasOneResult() {
        assertEquals(
                List.of(
                        TestResult.passed("a"),
                        TestResult.failed("b", "1 != 2\nits last output:\n  some output"),
                        TestResult.skipped("c", "no SMAP")),
                read(
                        "log line before",
                        "@@TEST BEGIN a",
                        "@@TEST PASS a",
                        "@@TEST BEGIN b",
                        "some output",
                        "@@TEST FAIL b: 1 != 2",
                        "@@TEST BEGIN c",
                        "@@TEST SKIP c: no SMAP",
                        "@@TEST DONE 3 1 1 1",
                        "log line after"));
    }

    @Test
    void aTestThatDoesNotEndFails() {
        assertEquals(
                List.of(TestResult.failed(
                        "a", "it did not end; the guest ended successfully\nits last output:\n  panic")),
                read("@@TEST BEGIN a", "panic"));
        assertEquals(
                List.of(TestResult.failed("a", "it did not end before b began"), TestResult.passed("b")),
                read("@@TEST BEGIN a", "@@TEST BEGIN b", "@@TEST PASS b", "@@TEST DONE 2 1 1 0"));
    }

    @Test
    void silenceDoesNotPass() {
        assertEquals(
                List.of(TestResult.failed("(test protocol)", "the tests stopped; the guest ended successfully")),
                read());
        assertEquals(
                List.of(
                        TestResult.passed("a"),
                        TestResult.failed("(test protocol)", "the tests stopped; the guest ended successfully")),
                read("@@TEST BEGIN a", "@@TEST PASS a"));
    }

    @Test
    void aLostLineIsNoticed() {
        assertEquals(
                List.of(
                        TestResult.passed("a"),
                        TestResult.failed(
                                "(test protocol)",
                                "the guest sent @@TEST DONE 2 2 0 0, what arrived is @@TEST DONE 1 1 0 0")),
                read("@@TEST BEGIN a", "@@TEST PASS a", "@@TEST DONE 2 2 0 0"));
    }

    @Test
    void damagedAndUnexpectedLinesFail() {
        assertEquals(
                List.of(
                        TestResult.failed("(test protocol)", "not a line of the test protocol: @@TEST BEG"),
                        TestResult.failed("(test protocol)", "a ended but had not begun")),
                read("@@TEST BEG", "@@TEST PASS a", "@@TEST DONE 2 0 2 0"));
    }

    private static List<TestResult> read(String... lines) {
        return GuestTestLog.read(List.of(lines), SUCCESS);
    }
}
