package blogos.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
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

        String take() {
            String taken = text.toString();
            text.setLength(0);
            return taken;
        }
    }

    /** Whoever a test wants to be. */
    private static final class Somebody implements LogContext {
        long task = NONE.task();
        long process = NONE.process();
        boolean mayWait = true;
        int requests;

        @Override
        public long task() {
            return task;
        }

        @Override
        public long process() {
            return process;
        }

        @Override
        public long nanos() {
            return 1234;
        }

        @Override
        public boolean mayWait() {
            return mayWait;
        }

        @Override
        public void writeLater() {
            requests++;
        }
    }

    private final Collector out = new Collector();
    private final Somebody context = new Somebody();
    private final Logbook book = new Logbook(8);

    LogTest() {
        book.setContext(context);
    }

    private void log(Level level, String target, String message) {
        book.end(book.begin(level, target, message));
    }

    private void logTo(LogSink sink, Level level, String target, String message) {
        Logbook other = new Logbook(2);
        other.setContext(context);
        other.addSink(sink);
        other.end(other.begin(level, target, message));
    }

    @Test
    void textLineIsTheOriginals() {
        TextSink sink = new TextSink(out, Level.TRACE, false);
        logTo(sink, Level.INFO, "kernel.setup", "Hello");
        context.task = 1;
        context.process = 23;
        logTo(sink, Level.ERROR, "x", "");
        assertEquals("[TNone][PNone][kernel.setup][INFO] Hello\n[T1][P23][x][ERROR] \n", out.take());
    }

    @Test
    void colouredLineHasTheSameText() {
        context.task = 0;
        context.process = 0;
        for (Level level : Level.values()) {
            logTo(new TextSink(out, Level.TRACE, true), level, "a", "b");
        }
        assertEquals(
                "[T0][P0][a][TRACE] b\n[T0][P0][a][DEBUG] b\n"
                        + "[T0][P0][a][INFO] b\n[T0][P0][a][WARN] b\n[T0][P0][a][ERROR] b\n",
                out.take().replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void linesBelowTheThresholdOfASinkAreNotWritten() {
        TextSink sink = new TextSink(out, Level.WARN, false);
        logTo(sink, Level.INFO, "a", "b");
        assertEquals("", out.take());
        logTo(sink, Level.WARN, "a", "b");
        assertEquals("[TNone][PNone][a][WARN] b\n", out.take());
    }

    @Test
    void jsonIsEscaped() {
        context.task = 5;
        logTo(new JsonSink(out), Level.WARN, "a\\b", "say \"\u00fc\"\n\t\u0000");
        assertEquals(
                "{\"level\":\"WARN\",\"target\":\"a\\\\b\",\"message\":\"say \\\"\\u00fc\\\"\\n\\u0009\\u0000\","
                        + "\"module_path\":null,\"file\":null,\"line\":null,"
                        + "\"extra\":{\"task_id\":5,\"process_id\":null,\"time_ns\":1234},\"data\":{}}\n",
                out.take());
    }

    @Test
    void valuesHaveNames() {
        book.addSink(new TextSink(out, Level.TRACE, false));
        new LogEvent(book, Level.INFO, "t", "mapped")
                .with("page", -7)
                .with("by", "x\"y")
                .write();
        assertEquals("[TNone][PNone][t][INFO] mapped page=-7 by=x\"y\n", out.take());
        Logbook other = new Logbook(2);
        other.addSink(new JsonSink(out));
        new LogEvent(other, Level.INFO, "t", "mapped")
                .with("page", -7)
                .with("by", "x\"y")
                .write();
        assertTrue(out.take().endsWith("\"data\":{\"page\":-7,\"by\":\"x\\\"y\"}}\n"));
    }

    @Test
    void tooManyValuesAreDropped() {
        book.addSink(new TextSink(out, Level.TRACE, false));
        LogEvent event = new LogEvent(book, Level.INFO, "t", "m");
        for (int i = 0; i < 10; i++) {
            event.with("k" + i, i);
        }
        event.write();
        assertEquals("[TNone][PNone][t][INFO] m k0=0 k1=1 k2=2 k3=3 k4=4 k5=5\n", out.take());
    }

    @Test
    void numbers() {
        long[] values = {0, 1, -1, 9, 10, -10, 99, 100, 12345678901L, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long value : values) {
            out.printDecimal(value);
            assertEquals(Long.toString(value), out.take());
            out.printHex(value);
            assertEquals("0x" + Long.toHexString(value), out.take());
        }
    }

    @Test
    void linesBeforeTheFirstSinkAreNotLost() {
        log(Level.INFO, "t", "early");
        book.addSink(new TextSink(out, Level.TRACE, false));
        log(Level.INFO, "t", "late");
        assertEquals("[TNone][PNone][t][INFO] early\n[TNone][PNone][t][INFO] late\n", out.take());
    }

    @Test
    void whoMayNotWaitLeavesTheLine() {
        book.addSink(new TextSink(out, Level.TRACE, false));
        context.mayWait = false;
        log(Level.INFO, "t", "from an interrupt");
        assertEquals("", out.take());
        assertEquals(1, context.requests);
        context.mayWait = true;
        log(Level.INFO, "t", "from a task");
        assertEquals("[TNone][PNone][t][INFO] from an interrupt\n[TNone][PNone][t][INFO] from a task\n", out.take());
    }

    @Test
    void linesLoggedBySinksComeAfterwards() {
        book.addSink(record -> {
            if (record.message().equals("first")) {
                log(Level.INFO, "t", "second");
            }
            out.print(record.message() + ";");
        });
        log(Level.INFO, "t", "first");
        assertEquals("first;second;", out.take());
    }

    @Test
    void anUnfinishedLineHoldsBackLaterOnes() {
        book.addSink(record -> out.print(record.message() + ";"));
        LogRecord unfinished = book.begin(Level.INFO, "t", "first");
        log(Level.INFO, "t", "second");
        assertEquals("", out.take());
        book.end(unfinished);
        assertEquals("first;second;", out.take());
    }

    @Test
    void linesThatCameTooFastAreCounted() {
        book.addSink(record -> out.print(record.message()));
        context.mayWait = false;
        for (int i = 0; i < 11; i++) {
            log(Level.INFO, "t", Integer.toHexString(i));
        }
        context.mayWait = true;
        book.flush();
        assertEquals("3456789a", out.take());
        assertEquals(3, book.lost());
    }

    @Test
    void aSinkThatFailsDoesNotSilenceTheLog() {
        book.addSink(record -> {
            if (record.message().equals("bad")) {
                throw new IllegalStateException("sink");
            }
            out.print(record.message());
        });
        assertThrows(IllegalStateException.class, () -> log(Level.INFO, "t", "bad"));
        log(Level.INFO, "t", "good");
        assertEquals("good", out.take());
    }

    @Test
    void rememberedLinesCanBeReplayed() {
        for (int i = 0; i < 12; i++) {
            log(Level.INFO, "t", Integer.toHexString(i));
        }
        LogRecord buffer = new LogRecord();
        assertEquals(7, book.replay(0, 3, buffer, record -> out.print(record.message())));
        assertEquals("456", out.take());
        assertEquals(12, book.replay(7, 100, buffer, record -> out.print(record.number() + " ")));
        assertEquals("7 8 9 10 11 ", out.take());
        assertEquals(12, book.replay(12, 100, buffer, record -> out.print("none")));
        assertEquals("", out.take());
    }

    @Test
    void thereAreEightSinksAtMost() {
        for (int i = 0; i < 8; i++) {
            book.addSink(record -> {});
        }
        assertThrows(IllegalStateException.class, () -> book.addSink(record -> {}));
    }

    @Test
    void filtersGoByTheLongestTarget() {
        LogFilter filter = LogFilter.parse("warn,kernel=info,kernel.memory=TRACE,kernel.memory.heap=off", Level.DEBUG);
        assertTrue(filter.accepts(Level.WARN, "driver"));
        assertFalse(filter.accepts(Level.INFO, "driver"));
        assertTrue(filter.accepts(Level.INFO, "kernel"));
        assertTrue(filter.accepts(Level.INFO, "kernel.setup"));
        assertFalse(filter.accepts(Level.DEBUG, "kernel.setup"));
        assertFalse(filter.accepts(Level.INFO, "kernelish"));
        assertTrue(filter.accepts(Level.TRACE, "kernel.memory"));
        assertTrue(filter.accepts(Level.TRACE, "kernel.memory.frames"));
        assertFalse(filter.accepts(Level.ERROR, "kernel.memory.heap"));
        assertTrue(filter.accepts(Level.TRACE));
        assertFalse(LogFilter.from(Level.WARN).accepts(Level.INFO));
        assertTrue(LogFilter.parse("a=error", Level.INFO).accepts(Level.INFO, "b"));
    }

    @Test
    void badFiltersAreRefused() {
        for (String text : new String[] {"loud", "a=loud", "=info", "a=", ""}) {
            assertThrows(IllegalArgumentException.class, () -> LogFilter.parse(text, Level.INFO), text);
        }
    }

    @Test
    void anUnwantedEventIsAlwaysTheSame() {
        Log.setFilter(LogFilter.from(Level.WARN));
        LogEvent event = Log.event(Level.INFO, "t", "m");
        assertSame(event, Log.event(Level.DEBUG, "u", "n").with("k", 1).with("l", "text"));
        event.write();
        assertEquals(0, Log.count());
    }
}
