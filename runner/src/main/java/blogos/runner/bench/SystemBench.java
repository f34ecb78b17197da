package blogos.runner.bench;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.Profile;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.TemporaryDirectory;
import blogos.runner.UserError;
import blogos.runner.build.SystemImages;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Machine;
import blogos.runner.qemu.Outcome;
import blogos.runner.qemu.QemuCommand;
import blogos.runner.qemu.QemuProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures system calls, switches, processes and memory of this system and of Linux, by one program that is compiled for
 * both: exact instructions, with one instruction a nanosecond, and in a second run the time of the host.
 */
public final class SystemBench {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String MODULE = "blogos.bench";
    private static final String MAIN = "blogos.bench.Bench";

    /** A line of the program: name, median and largest measurement in ticks. */
    private static final Pattern LINE = Pattern.compile("@@BENCH (\\S+) (-?\\d+) (-?\\d+)");

    private static final String TICKS_PER_SECOND = "ticks-per-second";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Project project;
    private final Progress progress;
    private final Path linuxKernel;
    private final Report report = new Report();

    /**
     * A run of all measurements.
     *
     * @param linuxKernel the kernel to compare with; null to download one
     */
    public SystemBench(Project project, Progress progress, Path linuxKernel) {
        this.project = project;
        this.progress = progress;
        this.linuxKernel = linuxKernel;
    }

    /** Measures everything and prints the tables; {@code json}: a file for the figures, or null. */
    public void run(PrintStream out, Path json) throws IOException, InterruptedException {
        SystemImages images = new SystemImages(project, Profile.RELEASE, null, progress);
        Path kernel = images.kernel();
        Path linuxProgram = images.program(MODULE, MAIN, Target.LINUX);
        Path ownProgram = images.program(MODULE, MAIN, Target.USER);
        LinuxGuest linux = linuxKernel != null
                ? LinuxGuest.of(linuxKernel)
                : LinuxGuest.downloaded(project.target().resolve("linux"));
        try (TemporaryDirectory scratch = TemporaryDirectory.create()) {
            Path initrd = scratch.path().resolve("initrd.cpio");
            images.writeInitrd(initrd, new TreeMap<>(Map.of(
                    "bin/bench", ownProgram, SystemImages.EXEC, images.line("bench", scratch.path()))));
            Boot boot = new Boot.Pvh(kernel, initrd, "");
            for (boolean counting : new boolean[] {true, false}) {
                progress.step(counting ? "counting instructions" : "measuring time");
                Map<String, Double> own = parse(runOwn(boot, counting, scratch.path()), counting);
                Map<String, Double> other = parse(linux.run(linuxProgram, List.of(), counting, scratch.path()), counting);
                add(counting ? "Instructions" : "Microseconds, QEMU without counting", own, other);
                report.printNew(out);
            }
        }
        if (json != null) {
            report.writeJson(json);
        }
    }

    private static List<String> runOwn(Boot boot, boolean counting, Path scratch) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(new QemuCommand(Machine.DEFAULT, boot, scratch.resolve("log.json")).build());
        if (counting) {
            command.addAll(List.of("-icount", "shift=0,sleep=off"));
        }
        try (QemuProcess qemu = QemuProcess.start(command, LIMIT)) {
            Outcome outcome = qemu.await();
            if (outcome.exitStatus() != 0) {
                throw new UserError("the benchmark in blog_os " + outcome.describe());
            }
            return qemu.lines();
        }
    }

    /** What a run measured, by name: in instructions, or in microseconds. */
    private static Map<String, Double> parse(List<String> lines, boolean counting) {
        Map<String, Double> ticks = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                ticks.put(matcher.group(1), Double.valueOf(matcher.group(2)));
            }
        }
        Double perSecond = ticks.remove(TICKS_PER_SECOND);
        if (perSecond == null) {
            throw new UserError("the benchmark printed nothing");
        }
        double factor = counting ? 1 : NANOS_PER_SECOND / 1000 / perSecond;
        ticks.replaceAll((name, value) -> value * factor);
        return ticks;
    }

    private void add(String title, Map<String, Double> own, Map<String, Double> other) {
        Report.Table table = report.table(title, "blog_os", "linux", "ratio");
        own.forEach((name, value) -> {
            Double theirs = other.get(name);
            if (theirs == null) {
                throw new UserError("Linux did not get as far as " + name);
            }
            table.row(name, value, theirs, value / theirs);
        });
    }
}
