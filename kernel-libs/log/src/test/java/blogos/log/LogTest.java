package blogos.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogTest {
    private static final class Collector implements TextOutput {
        final StringBuilder text = new StringBuilder();

        @Override
        public void print(char c) {
            text.append(c);
        }
    }

    @Test
    void textLineIsTheOriginals() {
        Collector out = new Collector();
        TextSink sink = new TextSink(out, Level.TRACE, false);
        sink.accept(Level.INFO, "kernel.setup", "Hello", LogSink.NONE, LogSink.NONE);
        sink.accept(Level.ERROR, "x", "", 1, 23);
        assertEquals("[TNone][PNone][kernel.setup][INFO] Hello\n[T1][P23][x][ERROR] \n", out.text.toString());
    }

    @Test
    void colouredLineHasTheSameText() {
        Collector out = new Collector();
        for (Level level : Level.values()) {
            new TextSink(out, Level.TRACE, true).accept(level, "a", "b", 0, 0);
        }
        String plain = out.text.toString().replaceAll("\u001b\\[[0-9;]*m", "");
        assertEquals(
                "[T0][P0][a][TRACE] b\n[T0][P0][a][DEBUG] b\n"
                        + "[T0][P0][a][INFO] b\n[T0][P0][a][WARN] b\n[T0][P0][a][ERROR] b\n",
                plain);
    }

    @Test
    void linesBelowTheThresholdOfASinkAreNotWritten() {
        Collector out = new Collector();
        TextSink sink = new TextSink(out, Level.WARN, false);
        sink.accept(Level.INFO, "a", "b", 0, 0);
        assertEquals("", out.text.toString());
        sink.accept(Level.WARN, "a", "b", 0, 0);
        assertEquals("[T0][P0][a][WARN] b\n", out.text.toString());
    }

    @Test
    void jsonIsEscaped() {
        Collector out = new Collector();
        new JsonSink(out).accept(Level.WARN, "a\\b", "say \"\u00fc\"\n\t\u0000", 5, LogSink.NONE);
        assertEquals(
                "{\"level\":\"WARN\",\"target\":\"a\\\\b\",\"message\":\"say \\\"\\u00fc\\\"\\n\\u0009\\u0000\","
                        + "\"extra\":{\"task_id\":5,\"process_id\":null}}\n",
                out.text.toString());
    }

    @Test
    void numbers() {
        long[] values = {0, 1, -1, 9, 10, -10, 99, 100, 12345678901L, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long value : values) {
            Collector decimal = new Collector();
            decimal.printDecimal(value);
            assertEquals(Long.toString(value), decimal.text.toString());
            Collector hex = new Collector();
            hex.printHex(value);
            assertEquals("0x" + Long.toHexString(value), hex.text.toString());
        }
    }

    @Test
    void recentTextStartsAtALine() {
        RecentText recent = new RecentText(10);
        assertEquals("", replay(recent));
        recent.print("ab\ncd\n");
        assertEquals("ab\ncd\n", replay(recent));
        recent.print("efg\nh\n");
        assertEquals("efg\nh\n", replay(recent).substring(3));
        recent.print("0123456789abcdef");
        assertEquals("", replay(recent));
    }

    @Test
    void thresholdContextAndSinks() {
        Collector out = new Collector();
        Log.info("lost", "no sink yet");
        Log.addSink(new TextSink(out, Level.TRACE, false));
        Log.setThreshold(Level.DEBUG);
        Log.setContext(new LogContext() {
            @Override
            public long task() {
                return 4;
            }

            @Override
            public long process() {
                return NONE_YET;
            }

            @Override
            public void begin() {
                out.text.append('<');
            }

            @Override
            public void end() {
                out.text.append('>');
            }
        });
        Log.trace("t", "dropped");
        Log.debug("t", "kept");
        assertFalse(Log.isEnabled(Level.TRACE));
        assertTrue(Log.isEnabled(Level.ERROR));
        assertEquals("<[T4][PNone][t][DEBUG] kept\n>", out.text.toString());
        for (int i = 1; i < 8; i++) {
            Log.addSink((level, target, message, task, process) -> {});
        }
        assertThrows(IllegalStateException.class, () -> Log.addSink(new JsonSink(out)));
    }

    private static final long NONE_YET = LogSink.NONE;

    private static String replay(RecentText recent) {
        Collector out = new Collector();
        recent.replay(out);
        return out.text.toString();
    }
}
