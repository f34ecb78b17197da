package blogos.aot.compiler.differential;

import blogos.aot.cases.AllCases;
import java.util.List;

/**
 * What one run of a program left behind.
 *
 * @param status the exit status: 0-255, 128 + the signal for a killed process as {@link Process} reports it
 * @param output standard output
 * @param error standard error
 * @param timedOut whether the run was ended because it reached its time limit; the status then means nothing
 */
record Outcome(int status, String output, String error, boolean timedOut) {
    /** The run of one program among all that {@link AllCases} ran. */
    Outcome part(String name) {
        List<String> lines = new Transcript(output, AllCases.HEADING).lines(name);
        return new Outcome(status, lines == null ? "" : String.join("\n", lines) + "\n", error, timedOut);
    }

    /** The ending of the run in words, for reports. */
    String ending() {
        if (timedOut) {
            return "did not end in time";
        }
        if (status == 128 + 11) {
            return "killed by SIGSEGV";
        }
        if (status == 128 + 6) {
            return "killed by SIGABRT";
        }
        if (status == 128 + 4) {
            return "killed by SIGILL";
        }
        return "exit status " + status;
    }
}
