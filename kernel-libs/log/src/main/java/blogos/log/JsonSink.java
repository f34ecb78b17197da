package blogos.log;

/**
 * Writes lines for programs: one JSON object (RFC 8259) a line, in ASCII:
 * {@code {"level":"INFO","target":"...","message":"...","extra":{"task_id":1,"process_id":null}}}. Allocates nothing.
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
    public void accept(Level level, String target, String message, long task, long process) {
        out.print("{\"level\":");
        printString(level.name());
        out.print(",\"target\":");
        printString(target);
        out.print(",\"message\":");
        printString(message);
        out.print(",\"extra\":{\"task_id\":");
        printNumber(task);
        out.print(",\"process_id\":");
        printNumber(process);
        out.print("}}\n");
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
