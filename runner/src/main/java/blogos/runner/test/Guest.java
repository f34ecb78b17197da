package blogos.runner.test;

import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Machine;
import blogos.runner.qemu.Outcome;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs a machine to its end without a terminal, and keeps what it printed. */
final class Guest {
    /** How long a test lets a guest run. Far more than any needs: it only ends what hangs. */
    static final Duration LIMIT = Duration.ofSeconds(300);

    /**
     * A run that is over.
     *
     * @param lines what came over the first serial port
     * @param outcome how it ended
     */
    record Run(List<String> lines, Outcome outcome) {}

    private Guest() {}

    /**
     * Runs a machine.
     *
     * @param transcript where its output is kept; beside it, as {@code .json}, the kernel's log
     */
    static Run run(Machine machine, Boot boot, Path transcript) throws IOException, InterruptedException {
        return run(machine, boot, transcript, LIMIT);
    }

    /** The same with another limit. */
    static Run run(Machine machine, Boot boot, Path transcript, Duration limit) throws IOException, InterruptedException {
        Files.createDirectories(transcript.getParent());
        Path log = transcript.resolveSibling(transcript.getFileName() + ".json");
        try (QemuProcess qemu = QemuProcess.start(new QemuCommand(machine, boot, log).build(), limit)) {
            Outcome outcome = qemu.await();
            List<String> lines = qemu.lines();
            Files.write(transcript, lines);
            return new Run(lines, outcome);
        }
    }
}
