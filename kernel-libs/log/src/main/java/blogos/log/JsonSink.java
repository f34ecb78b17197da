package blogos.log;

/**
 * Writes lines for programs: one JSON object (RFC 8259) a line, in ASCII. Allocates nothing.
 *
 * <pre>{@code
 * {"level":"INFO","target":"kernel.memory","message":"...","module_path":null,"file":null,"line":null,
 *  "extra":{"task_id":1,"process_id":null,"time_ns":1234},"data":{"key":5,"other":"text"}}
 * }</pre>
 *
 * <p>The place in the source is part of the form, but not known: a log line costs no walk of the stack.
 */
public final class JsonSink implements LogSink {
    /** What comes before the first object: a reader skips everything up to its end. */
    public static final String BANNER = "===\n\n\n=== START ===\n\n\n";

    private final TextOutput out;

    /** A sink over an output. */
    public JsonSink(TextOutput out) {
        this.out = out;
    }

    @Override
    public void accept(LogRecord record) {
        out.print("{\"level\":");
        printString(record.level().name());
        out.print(",\"target\":");
        printString(record.target());
        out.print(",\"message\":");
        printString(record.message());
        out.print(",\"module_path\":null,\"file\":null,\"line\":null,\"extra\":{\"task_id\":");
        printNumber(record.task());
        out.print(",\"process_id\":");
        printNumber(record.process());
        out.print(",\"time_ns\":");
        out.printDecimal(record.nanos());
        out.print("},\"data\":{");
        for (int i = 0; i < record.fieldCount(); i++) {
            printField(record, i);
        }
        out.print("}}\n");
    }

    private void printField(LogRecord record, int index) {
        if (index > 0) {
            out.print(',');
        }
        printString(record.key(index));
        out.print(':');
        if (record.textOf(index) == null) {
            out.printDecimal(record.numberOf(index));
        } else {
            printString(record.textOf(index));
        }
    }

    private void printNumber(long number) {
        if (number == NONE) {
            out.print("null");
        } else {
            out.printDecimal(number);
        }
    }

    private void printString(String text) {
        out.print('"');
        for (int i = 0; i < text.length(); i++) {
            printEscaped(text.charAt(i));
        }
        out.print('"');
    }

    private void printEscaped(char c) {
        if (c == '"' || c == '\\') {
            out.print('\\');
            out.print(c);
        } else if (c == '\n') {
            out.print("\\n");
        } else if (c >= ' ' && c < 0x7f) {
            out.print(c);
        } else {
            out.print("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.print("0123456789abcdef".charAt(c >> shift & 15));
            }
        }
    }
}
