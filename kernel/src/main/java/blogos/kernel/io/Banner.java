package blogos.kernel.io;

/** The first thing on the screen: the system's name in large letters, made from the console's own font. */
public final class Banner {
    private static final String NAME = "blog_os";
    private static final int TOP_LINE = 2;
    private static final int BOTTOM_LINE = 16;
    private static final String INDENT = "  ";
    private static final String RESET = "\u001b[0m";

    private Banner() {}

    /** Prints the name and, below it, one line of text. */
    public static void print(String text) {
        if (!Console.isPresent() || Console.columns() < INDENT.length() + NAME.length() * 8) {
            return;
        }
        byte[] font = Font.rows();
        for (int line = TOP_LINE; line < BOTTOM_LINE; line += 2) {
            Console.print(INDENT);
            for (int i = 0; i < NAME.length(); i++) {
                Console.print(NAME.charAt(i) == '_' ? "\u001b[90m" : i < 4 ? "\u001b[93m" : "\u001b[96m");
                int row = Font.glyphOf(NAME.charAt(i)) * Font.HEIGHT + line;
                printHalves(font[row], font[row + 1]);
            }
            Console.print("\n");
        }
        Console.print(INDENT + "\u001b[97m" + text + RESET + "\n\n");
    }

    /** Prints two rows of a glyph, eight pixels each, as one line of half blocks. */
    private static void printHalves(int upper, int lower) {
        for (int bit = 0x80; bit != 0; bit >>= 1) {
            boolean above = (upper & bit) != 0;
            boolean below = (lower & bit) != 0;
            Console.print(above && below ? '\u2588' : above ? '\u2580' : below ? '\u2584' : ' ');
        }
    }
}
