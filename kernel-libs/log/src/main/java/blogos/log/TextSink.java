package blogos.log;

/**
 * Writes lines for people: {@code [T<task|None>][P<process|None>][target][LEVEL] message}, followed by the values, if
 * there are any, as {@code key=value}. Allocates nothing.
 */
public final class TextSink implements LogSink {
    private static final String RESET = "\u001b[0m";
    private static final String DIM = "\u001b[90m";

    private final TextOutput out;
    private final Level threshold;
    private final boolean coloured;

    /**
     * A sink over an output.
     *
     * @param threshold lowest level that is written
     * @param coloured whether the output understands ANSI colours
     */
    public TextSink(TextOutput out, Level threshold, boolean coloured) {
        this.out = out;
        this.threshold = threshold;
        this.coloured = coloured;
    }

    @Override
    public void accept(LogRecord record) {
        if (record.level().ordinal() < threshold.ordinal()) {
            return;
        }
        paint(DIM);
        printNumber("[T", record.task());
        printNumber("[P", record.process());
        out.print('[');
        out.print(record.target());
        out.print("][");
        paint(colourOf(record.level()));
        out.print(record.level().name());
        paint(DIM);
        out.print("] ");
        paint(RESET);
        out.print(record.message());
        for (int i = 0; i < record.fieldCount(); i++) {
            printField(record, i);
        }
        paint(RESET);
        out.print('\n');
    }

    private void printField(LogRecord record, int index) {
        out.print(' ');
        out.print(record.key(index));
        out.print('=');
        if (record.textOf(index) == null) {
            out.printDecimal(record.numberOf(index));
        } else {
            out.print(record.textOf(index));
        }
    }

    private void printNumber(String label, long number) {
        out.print(label);
        if (number == NONE) {
            out.print("None");
        } else {
            out.printDecimal(number);
        }
        out.print(']');
    }

    private void paint(String colour) {
        if (coloured) {
            out.print(colour);
        }
    }

    private static String colourOf(Level level) {
        return switch (level) {
            case ERROR -> "\u001b[1;91m";
            case WARN -> "\u001b[93m";
            case INFO -> "\u001b[92m";
            case DEBUG -> "\u001b[94m";
            default -> "\u001b[95m";
        };
    }
}
