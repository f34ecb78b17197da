package blogos.log;

/** Writes lines for people: {@code [T<task|None>][P<process|None>][target][LEVEL] message}. Allocates nothing. */
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
    public void accept(Level level, String target, String message, long task, long process) {
        if (level.ordinal() < threshold.ordinal()) {
            return;
        }
        paint(DIM);
        printNumber("[T", task);
        printNumber("[P", process);
        out.print('[');
        out.print(target);
        out.print("][");
        paint(colourOf(level));
        out.print(level.name());
        paint(DIM);
        out.print("] ");
        paint(RESET);
        out.print(message);
        paint(RESET);
        out.print('\n');
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
