package blogos.terminal;

/**
 * What stands between a terminal's keys and the programs that read from it (POSIX.1-2017, chapter 11, "General Terminal
 * Interface").
 *
 * <p>In canonical mode a program gets whole lines, which the user can correct before: Backspace erases a character,
 * Ctrl-W a word, Ctrl-U the line; Enter ends it. Ctrl-D ends it without a line end, which at its start means end of
 * file; Ctrl-C throws away all input and calls for the end of the running program. In raw mode every byte is for the
 * program.
 *
 * <p>Input is bytes in UTF-8; a character is erased as a whole and takes one column. There is no locking: the owner
 * lets in one caller at a time. Nothing allocates after construction.
 */
public final class LineDiscipline {
    /** Longest line in bytes, without its end. More is refused with a bell. */
    public static final int MOST_LINE_BYTES = 4095;

    /** Bytes that wait for a program: two lines. */
    private static final int READY_SIZE = 2 * (MOST_LINE_BYTES + 1);

    /** Stands among the bytes that are ready for an end without a line end. */
    private static final char END_MARK = 0x100;

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BELL = 7;
    private static final int BACKSPACE = '\b';
    private static final int CTRL_U = 0x15;
    private static final int CTRL_W = 0x17;
    private static final int DELETE = 0x7f;

    private final ByteSink echo;
    private final Runnable interrupt;
    private final char[] ready = new char[READY_SIZE];
    private final byte[] line = new byte[MOST_LINE_BYTES];
    private int readyStart;
    private int readyCount;
    private int lineLength;
    private boolean isCanonical = true;
    private boolean isEchoing = true;

    /**
     * A discipline in canonical mode with echo.
     *
     * @param echo where the user sees what was typed
     * @param interrupt what Ctrl-C does
     */
    public LineDiscipline(ByteSink echo, Runnable interrupt) {
        this.echo = echo;
        this.interrupt = interrupt;
    }

    /**
     * Changes the mode. An unfinished line is ready at once when canonical mode ends.
     *
     * @param canonical lines and signals, or every byte at once as it is
     * @param echoing whether the user sees what is typed
     */
    public void setMode(boolean canonical, boolean echoing) {
        if (isCanonical && !canonical) {
            commitLine();
        }
        isCanonical = canonical;
        isEchoing = echoing;
    }

    /** Whether input comes in lines. */
    public boolean isCanonical() {
        return isCanonical;
    }

    /** Whether the user sees what is typed. */
    public boolean isEchoing() {
        return isEchoing;
    }

    /** Whether there is room for the next {@code count} bytes of input. If not, programs have to read first. */
    public boolean hasRoom(int count) {
        return READY_SIZE - readyCount >= lineLength + count;
    }

    /** Takes the next byte of input, 0 to 255. There must be {@linkplain #hasRoom room}. */
    public void input(int value) {
        if (!isCanonical) {
            addReady((char) value);
            echo(value);
            return;
        }
        switch (value) {
            case '\r', '\n' -> endLine();
            case CTRL_C -> interrupt();
            case CTRL_D -> endOfFile();
            case BACKSPACE, DELETE -> eraseCharacter();
            case CTRL_W -> eraseWord();
            case CTRL_U -> eraseLine();
            default -> add(value);
        }
    }

    private void add(int value) {
        if (lineLength == MOST_LINE_BYTES) {
            echo(BELL);
            return;
        }
        line[lineLength] = (byte) value;
        lineLength++;
        echoVisibly(value);
    }

    private void endLine() {
        commitLine();
        addReady('\n');
        echo('\n');
    }

    private void endOfFile() {
        commitLine();
        addReady(END_MARK);
    }

    private void interrupt() {
        lineLength = 0;
        readyCount = 0;
        echoVisibly(CTRL_C);
        echo('\n');
        interrupt.run();
    }

    private void eraseCharacter() {
        if (lineLength == 0) {
            return;
        }
        lineLength--;
        while (lineLength > 0 && isContinuation(line[lineLength])) {
            lineLength--;
        }
        eraseColumn();
        if (isControl(line[lineLength])) {
            eraseColumn();
        }
    }

    private void eraseWord() {
        while (lineLength > 0 && line[lineLength - 1] == ' ') {
            eraseCharacter();
        }
        while (lineLength > 0 && line[lineLength - 1] != ' ') {
            eraseCharacter();
        }
    }

    private void eraseLine() {
        while (lineLength > 0) {
            eraseCharacter();
        }
    }

    private void eraseColumn() {
        echo('\b');
        echo(' ');
        echo('\b');
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xc0) == 0x80;
    }

    private static boolean isControl(int value) {
        return value >= 0 && value < ' ' || value == DELETE;
    }

    /** Shows control characters as a caret and the letter 64 above: {@code ^C}. */
    private void echoVisibly(int value) {
        if (isControl(value)) {
            echo('^');
            echo(value ^ 0x40);
        } else {
            echo(value);
        }
    }

    private void echo(int value) {
        if (isEchoing) {
            echo.accept(value);
        }
    }

    private void commitLine() {
        for (int i = 0; i < lineLength; i++) {
            addReady((char) (line[i] & 0xff));
        }
        lineLength = 0;
    }

    private void addReady(char value) {
        ready[(readyStart + readyCount) % READY_SIZE] = value;
        readyCount++;
    }

    /** Whether {@link #read} has something to answer, be it end of file. */
    public boolean isReadable() {
        return readyCount > 0;
    }

    /**
     * Removes bytes for a program: in canonical mode at most up to the end of a line, in raw mode what is there. It
     * must be {@linkplain #isReadable readable}.
     *
     * @return how many bytes were stored; 0, if {@code length} is not, for end of file
     */
    public int read(byte[] target, int offset, int length) {
        int count = 0;
        while (count < length && readyCount > 0) {
            char value = takeReady();
            if (value == END_MARK) {
                return count;
            }
            target[offset + count] = (byte) value;
            count++;
            if (value == '\n' && isCanonical) {
                return count;
            }
        }
        if (count > 0 && readyCount > 0 && ready[readyStart] == END_MARK) {
            takeReady(); // It ends what was just read, not the next reading.
        }
        return count;
    }

    private char takeReady() {
        char value = ready[readyStart];
        readyStart = (readyStart + 1) % READY_SIZE;
        readyCount--;
        return value;
    }
}
