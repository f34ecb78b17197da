package blogos.runner.test;

import blogos.runner.ExitStatus;
import blogos.runner.build.SystemImages;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Machine;
import blogos.runner.qemu.Outcome;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import blogos.runner.qemu.QmpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Types at the test image in its terminal session, in which the kernel repeats every line between brackets until end of
 * file.
 */
final class TerminalTests {
    private static final String READY = "Terminal session";
    private static final String END = "End of file";

    private final SystemImages images;
    private final Path directory;

    TerminalTests(SystemImages images, Path directory) {
        this.images = images;
        this.directory = directory;
    }

    private QemuCommand command(String name) throws IOException {
        Boot boot = new Boot.Pvh(images.kernelTests(), images.initrd(), "terminal");
        return new QemuCommand(Machine.DEFAULT, boot, directory.resolve(name + ".log.json"));
    }

    /**
     * Over the serial port: lines, corrections, Ctrl-C, and more than all buffers hold. What is wrong, empty if
     * nothing.
     */
    String serial(Path scratch) throws IOException, InterruptedException {
        try (QemuProcess qemu = QemuProcess.start(command("serial-input").build(), Guest.LIMIT)) {
            String problem = type(qemu, "", READY)
                    + type(qemu, "hello\r", "[hello]")
                    + type(qemu, "two wrong\u0017words\u007f\u007f\u00fcx\n", "[two wor\u00fcx]")
                    + type(qemu, "nonsense\u0003", "(interrupted)")
                    + type(qemu, "line\n".repeat(5000) + "last\n", "[last]")
                    + type(qemu, "\u0004", END);
            return end(qemu, "serial-input", problem);
        }
    }

    /** By the keyboard: characters, shift, backspace and Ctrl-D. What is wrong, empty if nothing is. */
    String keyboard(Path scratch) throws IOException, InterruptedException {
        Path socket = scratch.resolve("qmp");
        QemuCommand command = command("keyboard-input").qmp(socket);
        try (QemuProcess qemu = QemuProcess.start(command.build(), Guest.LIMIT);
                QmpClient keys = QmpClient.connect(socket)) {
            String problem = await(qemu, READY);
            for (String key : new String[] {"h", "o", "backspace", "i"}) {
                keys.press(key);
            }
            keys.press("shift", "1");
            keys.press("ret");
            problem += await(qemu, "[hi!]");
            keys.press("ctrl", "d");
            return end(qemu, "keyboard-input", problem + await(qemu, END));
        }
    }

    private static String type(QemuProcess qemu, String text, String answer) throws IOException, InterruptedException {
        qemu.type(text);
        return await(qemu, answer);
    }

    private static String await(QemuProcess qemu, String answer) throws InterruptedException {
        return qemu.awaitLine(line -> line.contains(answer)) ? "" : "no line with '" + answer + "'\n";
    }

    private String end(QemuProcess qemu, String name, String problem) throws IOException, InterruptedException {
        Outcome outcome = qemu.await();
        Files.write(directory.resolve(name + ".log"), qemu.lines());
        return outcome.exitStatus() == ExitStatus.SUCCESS ? problem : problem + "the guest " + outcome.describe();
    }
}
