package blogos.kernel.io;

/**
 * A page of character cells with a cursor: what a terminal shows, without the showing.
 *
 * <p>Text flows as on a terminal: {@code \n} begins a new line, {@code \r} goes to the start of the line, {@code \b}
 * one back, {@code \t} to the next multiple of eight, and a line that is full continues on the next one. Of the ANSI
 * escape sequences (ECMA-48) those for colours ({@code ESC [ n m}), for clearing ({@code ESC [ J}, {@code ESC [ K}) and
 * for going home ({@code ESC [ H}) have an effect; others are swallowed. Nothing allocates after construction.
 *
 * <p>A cell is an {@code int}: the UTF-16 unit in bits 0 to 15, the foreground colour in bits 16 to 19 and the
 * background colour in bits 20 to 23.
 */
final class TextGrid {
    private static final int DEFAULT_FOREGROUND = 7;
    private static final int DEFAULT_BACKGROUND = 0;
    private static final int BRIGHT = 8;
    private static final int TAB = 8;
    private static final int MAX_PARAMETERS = 8;
    private static final char ESCAPE = 0x1b;

    private static final int TEXT = 0;
    private static final int AFTER_ESCAPE = 1;
    private static final int IN_SEQUENCE = 2;

    private final int columns;
    private final int rows;
    private final int[] cells;

    /** Where each row begins in {@link #cells}: scrolling moves these instead of the cells. */
    private final int[] starts;

    /** The rows that may have changed since {@link #clean}: from the first up to the second. */
    private int dirtyFrom;

    private int dirtyTo;
    private int row;
    private int column;
    private int foreground = DEFAULT_FOREGROUND;
    private int background = DEFAULT_BACKGROUND;
    private boolean bold;
    private int state = TEXT;
    private final int[] parameters = new int[MAX_PARAMETERS];
    private int parameterCount;

    /** An empty page; both numbers are at least 1. */
    TextGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cells = new int[columns * rows];
        this.starts = new int[rows];
        for (int i = 0; i < rows; i++) {
            starts[i] = i * columns;
        }
        clear(0, cells.length);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The cell with an index, from the top left to the right and down. */
    int cell(int index) {
        return cells[starts[index / columns] + index % columns];
    }

    /** The first row that may have changed since {@link #clean}. */
    int dirtyFrom() {
        return dirtyFrom;
    }

    /** The row behind the last that may have changed since {@link #clean}. */
    int dirtyTo() {
        return dirtyTo;
    }

    /** Forgets what has changed. */
    void clean() {
        dirtyFrom = rows;
        dirtyTo = 0;
    }

    private void touch(int first, int last) {
        dirtyFrom = Math.min(dirtyFrom, first);
        dirtyTo = Math.max(dirtyTo, last + 1);
    }

    /** Index of the cell under the cursor. */
    int cursor() {
        return row * columns + Math.min(column, columns - 1);
    }

    static char characterOf(int cell) {
        return (char) cell;
    }

    /** Colour number, 0 to 15. */
    static int foregroundOf(int cell) {
        return cell >> 16 & 15;
    }

    /** Colour number, 0 to 15. */
    static int backgroundOf(int cell) {
        return cell >> 20 & 15;
    }

    /** Takes the next UTF-16 unit of the stream. */
    void print(char c) {
        if (c == ESCAPE) {
            state = AFTER_ESCAPE;
        } else if (state == TEXT) {
            printText(c);
        } else if (state == AFTER_ESCAPE) {
            beginSequence(c);
        } else {
            continueSequence(c);
        }
    }

    private void printText(char c) {
        switch (c) {
            case '\n':
                newLine();
                break;
            case '\r':
                column = 0;
                break;
            case '\b':
                column = Math.max(0, Math.min(column, columns - 1) - 1);
                break;
            case '\t':
                column = Math.min(columns - 1, (column / TAB + 1) * TAB);
                break;
            default:
                if (c >= ' ' && c != 0x7f) {
                    put(c);
                }
        }
    }

    private void put(char c) {
        if (column == columns) {
            newLine();
        }
        int colour = bold && foreground < BRIGHT ? foreground + BRIGHT : foreground;
        cells[starts[row] + column] = c | colour << 16 | background << 20;
        touch(row, row);
        column++;
    }

    private void newLine() {
        column = 0;
        if (row < rows - 1) {
            row++;
        } else {
            int first = starts[0];
            System.arraycopy(starts, 1, starts, 0, rows - 1);
            starts[rows - 1] = first;
            clear(cells.length - columns, cells.length);
            touch(0, rows - 1);
        }
    }

    private void clear(int from, int to) {
        int blank = ' ' | DEFAULT_FOREGROUND << 16 | background << 20;
        for (int index = from; index < to; ) {
            int start = starts[index / columns] + index % columns;
            int count = Math.min(columns - index % columns, to - index);
            for (int i = start; i < start + count; i++) {
                cells[i] = blank;
            }
            index += count;
        }
        if (from < to) {
            touch(from / columns, (to - 1) / columns);
        }
    }

    private void beginSequence(char c) {
        state = c == '[' ? IN_SEQUENCE : TEXT;
        parameterCount = 1;
        parameters[0] = 0;
    }

    private void continueSequence(char c) {
        if (c >= '0' && c <= '9') {
            int value = parameters[parameterCount - 1] * 10 + c - '0';
            parameters[parameterCount - 1] = Math.min(value, 9999);
        } else if (c == ';') {
            if (parameterCount < MAX_PARAMETERS) {
                parameterCount++;
            }
            parameters[parameterCount - 1] = 0;
        } else if (c >= '@' && c <= '~') {
            state = TEXT;
            endSequence(c);
        } else if (c < ' ') {
            state = TEXT;
        }
    }

    private void endSequence(char command) {
        switch (command) {
            case 'm':
                selectGraphics();
                break;
            case 'J':
                erase(0, cells.length);
                break;
            case 'K':
                erase(row * columns, (row + 1) * columns);
                break;
            case 'H':
                row = Math.min(Math.max(parameters[0], 1), rows) - 1;
                column = parameterCount < 2 ? 0 : Math.min(Math.max(parameters[1], 1), columns) - 1;
                break;
            default:
        }
    }

    /** Clears a part of the page: before the cursor (parameter 1), from the cursor on (0), or all (2). */
    private void erase(int from, int to) {
        int cursor = cursor();
        clear(parameters[0] == 0 ? cursor : from, parameters[0] == 1 ? cursor + 1 : to);
    }

    private void selectGraphics() {
        for (int i = 0; i < parameterCount; i++) {
            int code = parameters[i];
            if (code == 38 || code == 48) {
                i = selectExtended(i);
            } else {
                select(code);
            }
        }
    }

    private void select(int code) {
        if (code == 0) {
            foreground = DEFAULT_FOREGROUND;
            background = DEFAULT_BACKGROUND;
            bold = false;
        } else if (code == 1) {
            bold = true;
        } else if (code == 22) {
            bold = false;
        } else if (code == 7) {
            int colour = foreground;
            foreground = background;
            background = colour;
        } else if (code >= 30 && code <= 37) {
            foreground = code - 30;
        } else if (code == 39) {
            foreground = DEFAULT_FOREGROUND;
        } else if (code >= 40 && code <= 47) {
            background = code - 40;
        } else if (code == 49) {
            background = DEFAULT_BACKGROUND;
        } else if (code >= 90 && code <= 97) {
            foreground = code - 90 + BRIGHT;
        } else if (code >= 100 && code <= 107) {
            background = code - 100 + BRIGHT;
        }
    }

    /** Handles {@code 38;5;n} and {@code 48;5;n}; skips {@code 38;2;r;g;b}. Index of the last parameter used. */
    private int selectExtended(int index) {
        if (index + 2 < parameterCount && parameters[index + 1] == 5) {
            int colour = parameters[index + 2];
            if (colour < 16 && parameters[index] == 38) {
                foreground = colour;
            } else if (colour < 16) {
                background = colour;
            }
            return index + 2;
        }
        return parameterCount - 1;
    }
}
