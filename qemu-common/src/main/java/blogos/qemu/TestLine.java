package blogos.qemu;

/**
 * One line of the test protocol, which a test image speaks on its first serial port:
 *
 * <pre>
 * {@literal @@}TEST BEGIN name
 * {@literal @@}TEST PASS name
 * {@literal @@}TEST FAIL name: message
 * {@literal @@}TEST SKIP name: message
 * {@literal @@}TEST DONE total passed failed skipped
 * </pre>
 *
 * <p>Tests run one after the other. Each is announced by {@link Kind#BEGIN} and ended by exactly one of
 * {@link Kind#PASS}, {@link Kind#FAIL} and {@link Kind#SKIP} with the same name; all other text in between is output of
 * that test. After the last one comes {@link Kind#DONE}, whose four counts let the reader notice a lost line; without
 * it the run was cut short, and a test that began but did not end counts as failed.
 *
 * <p>A line starts at the marker, even when other text stands before it on the same serial line (a test may have
 * printed without a line break), and ends at the line break. A name has neither {@code ':'} nor a control character. In
 * a message the characters {@code \}, line feed and carriage return are written as {@code \\}, {@code \n} and
 * {@code \r}.
 */
public final class TestLine {
    /** What every line of the protocol starts with. */
    public static final String MARKER = "@@TEST ";

    /** What a line says. */
    public enum Kind {
        /** A test starts. */
        BEGIN,
        /** It succeeded. */
        PASS,
        /** It failed; the message says what was expected and what was seen. */
        FAIL,
        /** It cannot run on this machine; the message says why. */
        SKIP,
        /** All tests ran. */
        DONE
    }

    private static final Kind[] KINDS = Kind.values();

    private final Kind kind;
    private final String name;
    private final String message;
    private final int[] counts;

    private TestLine(Kind kind, String name, String message, int[] counts) {
        this.kind = kind;
        this.name = name;
        this.message = message;
        this.counts = counts;
    }

    /** The test {@code name} starts. */
    public static TestLine begin(String name) {
        return new TestLine(Kind.BEGIN, checked(name), "", null);
    }

    /** The test {@code name} succeeded. */
    public static TestLine pass(String name) {
        return new TestLine(Kind.PASS, checked(name), "", null);
    }

    /** The test {@code name} failed. */
    public static TestLine fail(String name, String message) {
        return new TestLine(Kind.FAIL, checked(name), message, null);
    }

    /** The test {@code name} was skipped. */
    public static TestLine skip(String name, String message) {
        return new TestLine(Kind.SKIP, checked(name), message, null);
    }

    /** All tests ran; the total is the sum of the three counts. */
    public static TestLine done(int passed, int failed, int skipped) {
        return new TestLine(Kind.DONE, "", "", new int[] {passed, failed, skipped});
    }

    /** What the line says. */
    public Kind kind() {
        return kind;
    }

    /** The test's name; empty for {@link Kind#DONE}. */
    public String name() {
        return name;
    }

    /** Why a test failed or was skipped; empty for the other kinds. */
    public String message() {
        return message;
    }

    /** Number of tests that passed, of a {@link Kind#DONE} line. */
    public int passed() {
        return counts[0];
    }

    /** Number of tests that failed, of a {@link Kind#DONE} line. */
    public int failed() {
        return counts[1];
    }

    /** Number of tests that were skipped, of a {@link Kind#DONE} line. */
    public int skipped() {
        return counts[2];
    }

    /** The line as it goes over the wire, without the line break. */
    public String format() {
        String start = MARKER + kind.name() + ' ';
        switch (kind) {
            case FAIL:
            case SKIP:
                return start + name + ": " + escape(message);
            case DONE:
                int total = counts[0] + counts[1] + counts[2];
                return start + total + ' ' + counts[0] + ' ' + counts[1] + ' ' + counts[2];
            default:
                return start + name;
        }
    }

    /**
     * Reads a line that came over the wire, without its line break.
     *
     * @return null if the line does not contain the marker: ordinary output
     * @throws IllegalArgumentException if what follows the marker is not of the protocol's form
     */
    public static TestLine parse(String line) {
        int marker = line.indexOf(MARKER);
        if (marker < 0) {
            return null;
        }
        String text = line.substring(marker + MARKER.length());
        int space = text.indexOf(' ');
        if (space < 0) {
            throw malformed(line);
        }
        Kind kind = kindOf(text.substring(0, space), line);
        String rest = text.substring(space + 1);
        if (kind == Kind.DONE) {
            return new TestLine(kind, "", "", counts(rest, line));
        }
        String name = rest;
        String message = "";
        if (kind == Kind.FAIL || kind == Kind.SKIP) {
            int colon = rest.indexOf(": ");
            if (colon < 0) {
                throw malformed(line);
            }
            name = rest.substring(0, colon);
            message = unescape(rest.substring(colon + 2));
        }
        if (!isName(name)) {
            throw malformed(line);
        }
        return new TestLine(kind, name, message, null);
    }

    private static Kind kindOf(String word, String line) {
        for (Kind kind : KINDS) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        throw malformed(line);
    }

    /** Reads "total passed failed skipped"; the total must be the sum of the others. */
    private static int[] counts(String text, String line) {
        int[] numbers = new int[4];
        int start = 0;
        for (int i = 0; i < numbers.length; i++) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            if (space < 0 != (i == numbers.length - 1)) {
                throw malformed(line);
            }
            numbers[i] = count(text.substring(start, end), line);
            start = end + 1;
        }
        if (numbers[0] != numbers[1] + numbers[2] + numbers[3]) {
            throw malformed(line);
        }
        return new int[] {numbers[1], numbers[2], numbers[3]};
    }

    private static int count(String digits, String line) {
        if (digits.isEmpty() || digits.length() > 9) {
            throw malformed(line);
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                throw malformed(line);
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    private static String checked(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a test name: " + name);
        }
        return name;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ':' || c < ' ') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                c = next == 'n' ? '\n' : next == 'r' ? '\r' : next;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static IllegalArgumentException malformed(String line) {
        return new IllegalArgumentException("not a line of the test protocol: " + line);
    }
}
