package blogos.aot.cases;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * All cases with an output that survives a log: {@code AllCases} where each line goes to the original standard output as
 * ASCII, in pieces with marks, so that whatever is put before them, or comes between them, can be told apart.
 */
public final class GuestCases {
    /** Stands before the last or only piece of a line. */
    public static final String LINE = "@@| ";

    /** Stands before a piece of a line that goes on with the next. */
    public static final String PIECE = "@@+ ";

    /** Most characters of a piece, a number of which each stands for one byte. */
    private static final int PIECE_LENGTH = 80;

    private GuestCases() {}

    /** Runs all cases. */
    public static void main(String[] arguments) throws Throwable {
        PrintStream original = System.out;
        System.setOut(new PrintStream(new Escaping(original), false, "UTF-8"));
        try {
            AllCases.main(arguments);
        } finally {
            System.out.flush();
            System.setOut(original);
        }
        original.flush();
    }

    /** Turns bytes into lines of ASCII: printable characters as they are, others as {@code %} and two hexadecimal digits. */
    private static final class Escaping extends OutputStream {
        private static final String DIGITS = "0123456789abcdef";

        private final PrintStream target;
        private final StringBuilder piece = new StringBuilder();

        Escaping(PrintStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) {
            if (value == '\n') {
                end(LINE);
                return;
            }
            if (value >= ' ' && value <= '~' && value != '%') {
                piece.append((char) value);
            } else {
                piece.append('%').append(DIGITS.charAt(value >> 4 & 15)).append(DIGITS.charAt(value & 15));
            }
            if (piece.length() >= PIECE_LENGTH) {
                end(PIECE);
            }
        }

        private void end(String mark) {
            target.println(mark + piece);
            piece.setLength(0);
        }
    }
}
