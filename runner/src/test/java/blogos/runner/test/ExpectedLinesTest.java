package blogos.runner.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedLinesTest {
    private final ExpectedLines expected = new ExpectedLines("one", "two");

    @Test
    void otherLinesMayStandBetween() {
        assertEquals("", expected.problem(List.of("zero", "number one.", "x", "number two.", "three")));
    }

    @Test
    void theFirstMissingTextIsNamed() {
        assertEquals("expected a line with 'one'; seen:\n  two", expected.problem(List.of("two")));
        assertEquals(
                "expected a line with 'two' after 'one'; seen:\n  x", expected.problem(List.of("two", "one", "x")));
    }

    @Test
    void aForbiddenLineIsAProblem() {
        ExpectedLines strict = expected.without("three");
        assertEquals("", strict.problem(List.of("one", "two")));
        assertEquals(
                "expected no line with 'three'; seen:\n  or three", strict.problem(List.of("one", "or three", "two")));
    }

    @Test
    void oneLineDoesNotServeTwice() {
        assertEquals("expected a line with 'two' after 'one'; seen:\n  ", expected.problem(List.of("one and two")));
    }
}
