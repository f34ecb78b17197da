package blogos.kernel.io;

import blogos.boot.BootInfo;
import blogos.hal.Framebuffer;
import blogos.hal.InterruptMask;
import blogos.hal.Preemption;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.log.TextOutput;

/**
 * The text console on the framebuffer. Without a framebuffer everything here does nothing.
 *
 * <p>Text goes to a {@link TextGrid}. Drawing is another matter: of all rows that changed, the cells that no longer
 * look as they should are drawn, so video memory is never read. At first that happens at every line end; once there are
 * tasks, the task "console" does it, at most 30 times a second, however many lines go by meanwhile. After {@link #init}
 * nothing allocates: a panic can use the console.
 *
 * <p>Text is written by one caller at a time, with preemption off as soon as there are tasks.
 */
public final class Console {
    private static final int BACKGROUND = 0x0f141b;
    private static final int MARGIN = 8;

    /** Screens at least this wide get pixels of double size. */
    private static final int LARGE_WIDTH = 2400;

    private static final int CURSOR_HEIGHT = 3;
    private static final int CURSOR_COLOUR = 7;
    private static final int COLOURS = 16;

    /** What no cell is. */
    private static final int NOTHING = -1;

    /** The least time between two drawings, in nanoseconds. */
    private static final long FRAME_NANOS = 33_000_000;

    private static final WaitQueue PAINTER = new WaitQueue();
    private static boolean hasPainter;

    /** Whether something has been written that is not drawn. */
    private static volatile boolean isStale;

    private static Framebuffer screen;
    private static TextGrid grid;
    private static int[] drawn;
    private static int drawnCursor;
    private static byte[] font;
    private static int[] pixels;
    private static int scale;
    private static int left;
    private static int top;

    private Console() {}

    /** Clears the screen that the boot loader found and makes it the console. */
    public static void init(BootInfo info) {
        Framebuffer framebuffer = Framebuffer.of(info);
        if (framebuffer == null) {
            return;
        }
        int size = framebuffer.width() >= LARGE_WIDTH ? 2 : 1;
        int columns = (framebuffer.width() - 2 * MARGIN) / (Framebuffer.GLYPH_WIDTH * size);
        int rows = (framebuffer.height() - 2 * MARGIN) / (Font.HEIGHT * size);
        if (columns < 1 || rows < 1) {
            return;
        }
        scale = size;
        left = (framebuffer.width() - columns * Framebuffer.GLYPH_WIDTH * size) / 2;
        top = (framebuffer.height() - rows * Font.HEIGHT * size) / 2;
        font = Font.rows();
        pixels = new int[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            pixels[i] = framebuffer.pixel(colour(i));
        }
        grid = new TextGrid(columns, rows);
        drawn = new int[columns * rows];
        framebuffer.fill(0, 0, framebuffer.width(), framebuffer.height(), framebuffer.pixel(BACKGROUND));
        screen = framebuffer;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = NOTHING;
        }
        draw();
    }

    /** Whether there is a screen. */
    public static boolean isPresent() {
        return screen != null;
    }

    /** Characters in a line; 0 without a screen. */
    public static int columns() {
        return screen == null ? 0 : grid.columns();
    }

    /** The console as a stream of characters. */
    public static TextOutput output() {
        return new TextOutput() {
            @Override
            public void print(char c) {
                Console.print(c);
            }
        };
    }

    /** Starts the task that draws, when there can be tasks. */
    public static void start() {
        if (screen != null) {
            Tasks.spawn("console", Console::paint);
            hasPainter = true;
        }
    }

    /** Writes a text. */
    public static void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            print(text.charAt(i));
        }
    }

    /** Writes one UTF-16 unit. */
    public static void print(char c) {
        if (screen == null) {
            return;
        }
        grid.print(c);
        if (c == '\n') {
            flush();
        }
    }

    /** Has what was written drawn: soon by the task, or at once where there is none. Any context. */
    public static void flush() {
        if (screen == null) {
            return;
        }
        if (!hasPainter) {
            draw();
        } else if (!isStale) {
            isStale = true;
            PAINTER.wakeOne();
        }
    }

    /** Draws what was written, and from now on does so at every line end: the system is about to end. */
    public static void drawAtOnce() {
        hasPainter = false;
        flush();
    }

    private static void paint() {
        while (true) {
            boolean wereOn = InterruptMask.set();
            try {
                while (!isStale) {
                    PAINTER.await();
                }
                isStale = false;
            } finally {
                InterruptMask.restore(wereOn);
            }
            draw();
            Tasks.sleep(FRAME_NANOS);
        }
    }

    /** What is written meanwhile may be drawn or not; it is stale again. */
    private static void draw() {
        Preemption.disable();
        int first = grid.dirtyFrom() * grid.columns();
        int end = grid.dirtyTo() * grid.columns();
        grid.clean();
        Preemption.enable();
        drawCell(drawnCursor, grid.cell(drawnCursor));
        for (int i = first; i < end; i++) {
            int cell = grid.cell(i);
            if (cell != drawn[i]) {
                drawCell(i, cell);
            }
        }
        drawnCursor = grid.cursor();
        drawCursor(drawnCursor);
    }

    private static void drawCell(int index, int cell) {
        drawn[index] = cell;
        int glyph = Font.glyphOf(TextGrid.characterOf(cell));
        int foreground = pixels[TextGrid.foregroundOf(cell)];
        int background = pixels[TextGrid.backgroundOf(cell)];
        screen.drawGlyph(x(index), y(index), font, glyph * Font.HEIGHT, Font.HEIGHT, foreground, background, scale);
    }

    private static void drawCursor(int index) {
        int y = y(index) + (Font.HEIGHT - CURSOR_HEIGHT) * scale;
        screen.fill(x(index), y, Framebuffer.GLYPH_WIDTH * scale, CURSOR_HEIGHT * scale, pixels[CURSOR_COLOUR]);
    }

    private static int x(int index) {
        return left + index % grid.columns() * Framebuffer.GLYPH_WIDTH * scale;
    }

    private static int y(int index) {
        return top + index / grid.columns() * Font.HEIGHT * scale;
    }

    /** The sixteen ANSI colours as {@code 0xRRGGBB}, soft on a dark background. */
    private static int colour(int number) {
        return switch (number) {
            case 0 -> BACKGROUND;
            case 1 -> 0xd75f6b;
            case 2 -> 0x7fb26b;
            case 3 -> 0xd9a65a;
            case 4 -> 0x5f94d6;
            case 5 -> 0xb07cc6;
            case 6 -> 0x56aab3;
            case 7 -> 0xc3cad4;
            case 8 -> 0x64707f;
            case 9 -> 0xff7b86;
            case 10 -> 0x9fd88a;
            case 11 -> 0xf5c878;
            case 12 -> 0x84b6f4;
            case 13 -> 0xd29ce6;
            case 14 -> 0x7fd0d8;
            default -> 0xffffff;
        };
    }
}
