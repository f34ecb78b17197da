package blogos.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLineTest {
    @Test
    void linesHaveTheDocumentedForm() {
        assertEquals("@@TEST BEGIN heap.grows", TestLine.begin("heap.grows").format());
        assertEquals("@@TEST PASS heap.grows", TestLine.pass("heap.grows").format());
        assertEquals(
                "@@TEST FAIL heap.grows: 1 != 2",
                TestLine.fail("heap.grows", "1 != 2").format());
        assertEquals(
                "@@TEST SKIP smap: CPU lacks it",
                TestLine.skip("smap", "CPU lacks it").format());
        assertEquals("@@TEST DONE 6 3 2 1", TestLine.done(3, 2, 1).format());
    }

    @Test
    void whatIsWrittenIsRead() {
        String message = "first\r\nsecond: a\\nb \\";
        TestLine line = TestLine.parse(TestLine.fail("a b", message).format());
        assertEquals(TestLine.Kind.FAIL, line.kind());
        assertEquals("a b", line.name());
        assertEquals(message, line.message());

        TestLine done = TestLine.parse(TestLine.done(3, 2, 1).format());
        assertEquals(3, done.passed());
        assertEquals(2, done.failed());
        assertEquals(1, done.skipped());
    }

    @Test
    void aMessageMayBeEmpty() {
        assertEquals("", TestLine.parse(TestLine.fail("x", "").format()).message());
    }

    @Test
    void otherOutputIsNotProtocol() {
        assertNull(TestLine.parse("[INFO] booted"));
        assertNull(TestLine.parse(""));
    }

    @Test
    void textBeforeTheMarkerIsIgnored() {
        assertEquals("x", TestLine.parse("no line break@@TEST PASS x").name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@TEST ",
                "@@TEST BEGIN",
                "@@TEST BEGIN ",
                "@@TEST START x",
                "@@TEST FAIL x",
                "@@TEST PASS a:b",
                "@@TEST DONE 1 1 0",
                "@@TEST DONE 1 1 0 0 0",
                "@@TEST DONE 2 1 0 0",
                "@@TEST DONE x 1 0 0",
                "@@TEST DONE -1 -1 0 0"
            })
    void aDamagedLineIsAnError(String line) {
        assertThrows(IllegalArgumentException.class, () -> TestLine.parse(line));
    }

    @Test
    void aNameMustFitOnTheLine() {
        assertThrows(IllegalArgumentException.class, () -> TestLine.begin("two\nlines"));
        assertThrows(IllegalArgumentException.class, () -> TestLine.pass("a: b"));
        assertThrows(IllegalArgumentException.class, () -> TestLine.begin(""));
    }
}
