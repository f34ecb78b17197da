package blogos.kernel;

import blogos.hal.ExitPort;
import blogos.kernel.io.Console;
import blogos.kernel.multitask.Tasks;
import blogos.log.Log;

/** The end of the machine. */
public final class PowerOff {
    private static final int MOST_TURNS = 10_000;

    private PowerOff() {}

    /**
     * Ends the machine. The log gets the status, which the exit device of QEMU has no room for: it knows only success and
     * failure.
     *
     * @param status from 0 to 255; 0 is success
     */
    public static void now(int status) {
        Log.info("kernel", "Power off with status " + status);
        for (int i = 0; i < MOST_TURNS && !Log.isWritten(); i++) {
            Tasks.yield(); // Whoever is writing gets to the end.
            Log.flush();
        }
        Console.drawAtOnce();
        ExitPort.exit(status == 0 ? ExitPort.SUCCESS : ExitPort.FAILED);
    }
}
