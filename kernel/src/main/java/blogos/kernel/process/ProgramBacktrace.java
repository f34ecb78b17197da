package blogos.kernel.process;

import blogos.hal.TrapFrame;
import java.util.List;

/** Where in its source a program is. */
final class ProgramBacktrace {
    private ProgramBacktrace() {}

    /** The running method and its callers, innermost first, one line each. */
    static List<String> of(Process process, TrapFrame frame) {
        return List.of(FaultReport.hex(frame.rip()));
    }
}
