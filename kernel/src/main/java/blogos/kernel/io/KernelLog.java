package blogos.kernel.io;

import blogos.hal.Uart16550;
import blogos.log.JsonSink;
import blogos.log.Level;
import blogos.log.Log;
import blogos.log.RecentText;
import blogos.log.TextOutput;
import blogos.log.TextSink;

/**
 * Where the kernel's log goes: COM1 as text, COM2 as JSON, a memory of the last lines for panics, and, from
 * {@link Level#INFO} on, the console.
 */
public final class KernelLog {
    /** UTF-16 units that are remembered: about 25 lines. */
    private static final int RECENT_SIZE = 2048;

    private static RecentText recent;
    private static TextOutput raw;

    private KernelLog() {}

    /**
     * Sets the threshold to {@link Level#DEBUG} and registers the sinks. {@link Console#init} comes before, if there is
     * to be a console. Call once.
     */
    public static void init() {
        RawOutput.init();
        Log.setThreshold(Level.DEBUG);
        recent = new RecentText(RECENT_SIZE);
        raw = RawOutput::print;
        Log.addSink(new TextSink(recent, Level.TRACE, false));
        Log.addSink(new TextSink(RawOutput.serial(), Level.TRACE, false));
        if (Console.isPresent()) {
            Log.addSink(new TextSink(Console.output(), Level.INFO, true));
        }
        Uart16550 second = Uart16550.open(Uart16550.COM2);
        if (second.isPresent()) {
            TextOutput json = new SerialOutput(second, false);
            json.print(JsonSink.BANNER);
            Log.addSink(new JsonSink(json));
        }
    }

    /** Writes the remembered lines to {@link RawOutput}. Allocates nothing. */
    static void replay() {
        if (recent != null) {
            recent.replay(raw);
        }
    }
}
