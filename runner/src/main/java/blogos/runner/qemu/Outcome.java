package blogos.runner.qemu;

import blogos.qemu.ExitCode;
import blogos.runner.ExitStatus;
import java.time.Duration;

/**
 * How a run of QEMU ended.
 *
 * @param status QEMU's exit status as Java reports it, in which 128 + n stands for the signal n
 * @param timeout the limit after which the run was ended; null if it ended by itself
 */
public record Outcome(int status, Duration timeout) {
    private static final int SIGNAL_BASE = 128;

    /** QEMU ended by itself. */
    static Outcome exited(int status) {
        return new Outcome(status, null);
    }

    /** QEMU had to be ended. */
    static Outcome timedOut(int status, Duration limit) {
        return new Outcome(status, limit);
    }

    /** Whether the run took too long. */
    public boolean isTimeout() {
        return timeout != null;
    }

    /** The runner's exit status, one of {@link ExitStatus}. */
    public int exitStatus() {
        if (isTimeout()) {
            return ExitStatus.TIMED_OUT;
        }
        if (status == 0 || status == ExitCode.qemuStatus(ExitCode.SUCCESS)) {
            return ExitStatus.SUCCESS;
        }
        if (status == ExitCode.qemuStatus(ExitCode.FAILED)) {
            return ExitStatus.FAILED;
        }
        if (status == ExitCode.qemuStatus(ExitCode.PANIC_WRITER_FAILED)) {
            return ExitStatus.PANIC_WRITER_FAILED;
        }
        return status >= SIGNAL_BASE ? ExitStatus.KILLED : ExitStatus.OTHER;
    }

    /** The outcome as the end of a sentence about the guest: "powered off", "did not end within 60 s". */
    public String describe() {
        if (isTimeout()) {
            return "did not end within " + timeout.toSeconds() + " s and was stopped";
        }
        return switch (exitStatus()) {
            case ExitStatus.SUCCESS -> status == 0 ? "was powered off" : "ended successfully";
            case ExitStatus.FAILED -> "reported a failure";
            case ExitStatus.PANIC_WRITER_FAILED -> "panicked while it reported a panic";
            case ExitStatus.KILLED -> "was killed by signal " + (status - SIGNAL_BASE);
            default -> "ended because QEMU exited with status " + status;
        };
    }
}
