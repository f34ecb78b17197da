package blogos.kernel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.log.Level;
import blogos.log.Log;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputLinesTest {
    @Test
    void linesAreLoggedWhenTheyEnd() {
        List<String> logged = new ArrayList<>();
        Log.addSink(record ->
                logged.add(record.level() + " " + record.target() + " " + record.message()));
        OutputLines lines = new OutputLines("prog", Level.INFO, "[STDOUT] ");
        write(lines, "a\n\nb");
        write(lines, "c");
        lines.flush();
        lines.flush();
        write(lines, "\u00fc\ud83d\ude00\n");
        assertEquals(
                List.of(
                        "INFO prog [STDOUT] a",
                        "INFO prog [STDOUT] ",
                        "INFO prog [STDOUT] bc",
                        "INFO prog [STDOUT] \u00fc\ud83d\ude00"),
                logged);

        logged.clear();
        write(lines, "x".repeat(OutputLines.MAX_LENGTH) + "y\n");
        assertEquals(2, logged.size());
        assertEquals("INFO prog [STDOUT] y", logged.get(1));
    }

    private static void write(OutputLines lines, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.write(bytes, bytes.length);
    }
}
