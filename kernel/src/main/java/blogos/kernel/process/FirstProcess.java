package blogos.kernel.process;

import blogos.aot.api.Bytes;
import blogos.initrd.InitrdException;
import blogos.kernel.files.OpenFile;
import blogos.kernel.files.RamDisk;
import blogos.kernel.files.TerminalFile;
import blogos.kernel.user.SyscallException;
import blogos.log.Log;
import blogos.syscalls.ExitStatus;
import java.util.List;

/** The process that the kernel itself starts, with number 1: {@code /init} of the initial RAM disk, on the terminal. */
public final class FirstProcess {
    private static final String PATH = "/init";
    private static final int STANDARD_STREAMS = 3;

    private FirstProcess() {}

    /**
     * Runs it to its end.
     *
     * @param archive the RAM disk; must stay mapped
     * @return the status for the end of the machine: that of the process as shells show it, 1 if it could not be started
     */
    public static int run(Bytes archive) {
        try {
            Log.info(Processes.TARGET, "Initial RAM disk: " + RamDisk.mount(archive) + " objects");
            Launch launch = new Launch(PATH, List.of(PATH), List.of("PATH=/bin"), "/", 0);
            OpenFile terminal = new TerminalFile();
            for (int i = 0; i < STANDARD_STREAMS; i++) {
                launch.give(i, i == 0 ? terminal : terminal.share());
            }
            return ExitStatus.toShell(Processes.join(Processes.start(launch, null)));
        } catch (InitrdException e) {
            Log.error(Processes.TARGET, "The initial RAM disk is damaged: " + e.getMessage());
        } catch (SyscallException e) {
            Log.error(Processes.TARGET, "Cannot run " + PATH + ": " + e.getMessage());
        }
        return 1;
    }
}
