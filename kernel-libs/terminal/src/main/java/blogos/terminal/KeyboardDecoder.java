package blogos.terminal;

/**
 * Turns what a PC keyboard sends into what a terminal sends: characters of the US layout (104 keys), and the escape
 * sequences of a VT220 as xterm sends them for keys that are no characters.
 *
 * <p>Input is scan code set 1, which the keyboard controller makes of the keyboard's own (IBM PS/2 technical reference,
 * "Keyboard"): a code below 0x80 when a key goes down, the same plus 0x80 when it goes up, and 0xe0 before either for
 * the keys that came with the 101-key keyboard. Codes that mean nothing change nothing. Nothing allocates.
 */
public final class KeyboardDecoder {
    /** The most bytes that come of one byte from the keyboard. */
    public static final int MOST_BYTES = 5;

    private static final int EXTENDED = 0xe0;
    private static final int PAUSE = 0xe1;
    private static final int RELEASE = 0x80;

    private static final int CONTROL = 0x1d;
    private static final int LEFT_SHIFT = 0x2a;
    private static final int RIGHT_SHIFT = 0x36;
    private static final int ALT = 0x38;
    private static final int CAPS_LOCK = 0x3a;
    private static final int NUM_LOCK = 0x45;
    private static final int FIRST_KEYPAD = 0x47;
    private static final int LAST_KEYPAD = 0x53;
    private static final int KEYPAD_ENTER = 0x1c;
    private static final int KEYPAD_SLASH = 0x35;
    private static final int TAB = 0x0f;
    private static final int KEY_102 = 0x56;

    private static final char ESCAPE = 0x1b;
    private static final char DELETE = 0x7f;

    /** Characters by scan code; NUL for keys that are none. */
    private static final String PLAIN = "\0\u001b1234567890-=\u007f\tqwertyuiop[]\r\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";

    private static final String SHIFTED =
            "\0\u001b!@#$%^&*()_+\u007f\tQWERTYUIOP{}\r\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0*\0 ";

    /** The keypad's keys from {@link #FIRST_KEYPAD} on, when they are digits. */
    private static final String KEYPAD = "789-456+1230.";

    private final ByteSink out;
    private boolean extended;
    private int skip;
    private boolean leftShift;
    private boolean rightShift;
    private boolean leftControl;
    private boolean rightControl;
    private boolean leftAlt;
    private boolean rightAlt;
    private boolean capsLock;
    private boolean numLock = true;

    /** A decoder whose characters go to {@code out}, in UTF-8. */
    public KeyboardDecoder(ByteSink out) {
        this.out = out;
    }

    /** Takes the next byte from the keyboard, 0 to 255. */
    public void accept(int code) {
        if (skip > 0) {
            skip--;
        } else if (code == PAUSE) {
            skip = 2; // The pause key has no release; its codes are 0xe1 and two more, twice.
        } else if (code == EXTENDED) {
            extended = true;
        } else {
            boolean isExtended = extended;
            extended = false;
            key(code & ~RELEASE, isExtended, (code & RELEASE) == 0);
        }
    }

    private void key(int key, boolean isExtended, boolean isDown) {
        switch (key) {
            case CONTROL -> {
                if (isExtended) {
                    rightControl = isDown;
                } else {
                    leftControl = isDown;
                }
            }
            case ALT -> {
                if (isExtended) {
                    rightAlt = isDown;
                } else {
                    leftAlt = isDown;
                }
            }
            case LEFT_SHIFT -> leftShift = isExtended ? leftShift : isDown; // 0xe0 0x2a is part of other keys
            case RIGHT_SHIFT -> rightShift = isExtended ? rightShift : isDown;
            default -> {
                if (isDown && isExtended) {
                    extendedKey(key);
                } else if (isDown) {
                    plainKey(key);
                }
            }
        }
    }

    private boolean shift() {
        return leftShift || rightShift;
    }

    private void plainKey(int key) {
        if (key == CAPS_LOCK) {
            capsLock = !capsLock;
        } else if (key == NUM_LOCK) {
            numLock = !numLock;
        } else if (key == TAB && shift()) {
            sequence('[', 'Z');
        } else if (key == KEY_102) {
            character(shift() ? '|' : '\\');
        } else if (key < PLAIN.length()) {
            char plain = PLAIN.charAt(key);
            boolean isLetter = plain >= 'a' && plain <= 'z';
            character(shift() != (isLetter && capsLock) ? SHIFTED.charAt(key) : plain);
        } else if (key >= FIRST_KEYPAD && key <= LAST_KEYPAD) {
            char digit = KEYPAD.charAt(key - FIRST_KEYPAD);
            if (numLock != shift() || digit == '-' || digit == '+') {
                character(digit);
            } else {
                extendedKey(key);
            }
        } else {
            functionKey(key);
        }
    }

    private void extendedKey(int key) {
        switch (key) {
            case KEYPAD_ENTER -> character('\r');
            case KEYPAD_SLASH -> character('/');
            case 0x47 -> sequence('[', 'H'); // Home
            case 0x48 -> sequence('[', 'A'); // Up
            case 0x49 -> numbered(5); // Page Up
            case 0x4b -> sequence('[', 'D'); // Left
            case 0x4d -> sequence('[', 'C'); // Right
            case 0x4f -> sequence('[', 'F'); // End
            case 0x50 -> sequence('[', 'B'); // Down
            case 0x51 -> numbered(6); // Page Down
            case 0x52 -> numbered(2); // Insert
            case 0x53 -> numbered(3); // Delete
            default -> {}
        }
    }

    private void functionKey(int key) {
        switch (key) {
            case 0x3b, 0x3c, 0x3d, 0x3e -> sequence('O', (char) ('P' + key - 0x3b)); // F1 to F4
            case 0x3f -> numbered(15);
            case 0x40, 0x41, 0x42 -> numbered(17 + key - 0x40); // F6 to F8
            case 0x43, 0x44 -> numbered(20 + key - 0x43); // F9, F10
            case 0x57, 0x58 -> numbered(23 + key - 0x57); // F11, F12
            default -> {}
        }
    }

    private void character(char c) {
        if (c == 0) {
            return;
        }
        if (leftAlt || rightAlt) {
            out.accept(ESCAPE);
        }
        out.accept(leftControl || rightControl ? controlled(c) : c);
    }

    /** The character of a key while Ctrl is held: in ASCII the control characters lie 64 below the letters. */
    private static int controlled(char c) {
        if (c >= '@' && c < DELETE) {
            return c & 0x1f;
        }
        return switch (c) {
            case ' ' -> 0;
            case '/' -> 0x1f;
            case DELETE -> '\b';
            default -> c;
        };
    }

    private void sequence(char first, char last) {
        out.accept(ESCAPE);
        out.accept(first);
        out.accept(last);
    }

    private void numbered(int number) {
        out.accept(ESCAPE);
        out.accept('[');
        if (number >= 10) {
            out.accept('0' + number / 10);
        }
        out.accept('0' + number % 10);
        out.accept('~');
    }
}
