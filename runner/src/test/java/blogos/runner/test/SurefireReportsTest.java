package blogos.runner.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReportsTest {
    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="blogos.elf.ElfTest" tests="4">
              <testcase name="passes" classname="blogos.elf.ElfTest" time="0.001"/>
              <testcase name="fails" classname="blogos.elf.ElfTest">
                <failure message="m" type="t"><![CDATA[expected: <1> but was: <2>
                    at somewhere]]></failure>
              </testcase>
              <testcase name="breaks" classname="blogos.elf.ElfTest"><error>boom</error></testcase>
              <testcase name="waits" classname="blogos.elf.ElfTest"><skipped message="not here"/></testcase>
            </testsuite>
            """;

    @TempDir
    Path directory;

    @Test
    void everyCaseIsAResult() throws IOException {
        List<TestResult> results = SurefireReports.parse(REPORT);
        assertEquals(TestResult.passed("ElfTest.passes"), results.get(0));
        assertEquals(TestResult.Outcome.FAILED, results.get(1).outcome());
        assertEquals(
                "expected: <1> but was: <2>",
                results.get(1).message().lines().findFirst().orElseThrow());
        assertEquals(TestResult.failed("ElfTest.breaks", "boom"), results.get(2));
        assertEquals(TestResult.skipped("ElfTest.waits", "not here"), results.get(3));
    }

    @Test
    void onlyReportsAreReadAndCleared() throws IOException {
        Files.writeString(directory.resolve("TEST-a.xml"), REPORT);
        Path other = Files.writeString(directory.resolve("a.txt"), "text");
        assertEquals(
                4, SurefireReports.read(directory, name -> name.equals("a")).size());
        SurefireReports.clear(directory);
        assertEquals(List.of(), SurefireReports.read(directory, name -> true));
        assertEquals("text", Files.readString(other));
        assertEquals(List.of(), SurefireReports.read(directory.resolve("missing"), name -> true));
    }

    @Test
    void aDamagedReportIsAnError() {
        assertThrows(IOException.class, () -> SurefireReports.parse("<testsuite>"));
    }
}
