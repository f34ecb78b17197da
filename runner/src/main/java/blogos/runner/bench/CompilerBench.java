package blogos.runner.bench;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.cli.AotCommand;
import blogos.aot.compiler.link.Linker;
import blogos.aot.compiler.llvm.Profile;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.TemporaryDirectory;
import blogos.runner.build.ModulePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Measures what the compiler makes, beside C and HotSpot on the same machine, and how long it takes to make it. */
public final class CompilerBench {
    private static final int STARTS = 40;
    private static final int JAVA_STARTS = 5;
    private static final int COMPILATIONS = 3;

    private final Project project;
    private final Progress progress;
    private final boolean quick;
    private final Path linuxKernel;
    private final Report report = new Report();

    /**
     * A run of all measurements.
     *
     * @param linuxKernel kernel to count instructions with; null to download one
     * @param quick whether to leave out the times, which take minutes
     */
    public CompilerBench(Project project, Progress progress, Path linuxKernel, boolean quick) {
        this.project = project;
        this.progress = progress;
        this.linuxKernel = linuxKernel;
        this.quick = quick;
    }

    /** Measures everything and prints the tables; {@code json}: a file for the figures, or null. */
    public void run(java.io.PrintStream out, Path json) throws IOException, InterruptedException {
        try (TemporaryDirectory scratch = TemporaryDirectory.create()) {
            ModulePath modules = new ModulePath(project);
            Programs programs = new Programs(scratch.path(), modules.closure("blogos.aot.runtime"));
            progress.step("compiling the programs");
            Path c = programs.fromC();
            Path costs = programs.image("Costs", Target.LINUX, Profile.RELEASE, List.of());
            countInstructions(c, costs, scratch.path());
            report.printNew(out);
            measureStart(programs);
            measureCollector(costs);
            measureSizes(programs, modules, scratch.path());
            report.printNew(out);
            measureCompiler(programs, scratch.path());
            report.printNew(out);
            if (!quick) {
                measureTimes(c, programs);
                report.printNew(out);
            }
        }
        if (json != null) {
            report.writeJson(json);
        }
    }

    private void countInstructions(Path c, Path costs, Path scratch) throws IOException, InterruptedException {
        progress.step("counting instructions in QEMU");
        LinuxGuest guest = linuxKernel != null ? LinuxGuest.of(linuxKernel) : LinuxGuest.downloaded(project.target().resolve("linux"));
        KernelRun theirs = KernelRun.parse(guest.run(c, List.of(), scratch));
        KernelRun ours = KernelRun.parse(guest.run(costs, List.of("guest"), scratch));
        Report.Table table = report.table("Thousands of instructions, small problems", "blog_os", "clang -O2", "ratio");
        for (String name : KernelRun.NAMES) {
            requireSame(name, ours, theirs);
            double mine = ours.milliseconds().get(name);
            double other = theirs.milliseconds().get(name);
            table.row(name, mine * 1000, other * 1000, mine / other);
        }
        table.row("geometric mean", Double.NaN, Double.NaN, table.mean(2));
        Report.Table exceptions = report.table("Instructions from throw to catch over two frames", "blog_os");
        exceptions.row("exception that exists", ours.costs().get("throw-ready"));
        exceptions.row("new exception with trace", ours.costs().get("throw-new"));
    }

    private static void requireSame(String name, KernelRun one, KernelRun other) {
        String expected = other.checks().get(name);
        if (expected == null || !expected.equals(one.checks().get(name))) {
            throw new IllegalStateException(name + " computed " + one.checks().get(name) + " and not " + expected);
        }
    }

    private void measureTimes(Path c, Programs programs) throws IOException, InterruptedException {
        Report.Table table = report.table(
                "Milliseconds, large problems, median of the last 5 turns", "blog_os", "clang -O2", "HotSpot 17", "to C", "to HotSpot");
        Path kernels = programs.image("Kernels", Target.LINUX, Profile.RELEASE, List.of());
        for (String name : KernelRun.NAMES) {
            progress.step("measuring " + name);
            List<String> arguments = List.of(name, "8", "big");
            KernelRun theirs = timed(List.of(c.toString()), arguments);
            KernelRun ours = timed(List.of(kernels.toString()), arguments);
            KernelRun hotspot = timed(java(programs, "Kernels"), List.of(name, "12", "big"));
            requireSame(name, ours, theirs);
            double mine = ours.milliseconds().get(name);
            double toC = theirs.milliseconds().get(name);
            double toHotspot = hotspot.milliseconds().get(name);
            table.row(name, mine, toC, toHotspot, mine / toC, mine / toHotspot);
        }
        table.row("geometric mean", Double.NaN, Double.NaN, Double.NaN, table.mean(3), table.mean(4));
    }

    private static KernelRun timed(List<String> program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return KernelRun.parse(Command.run("measuring", command));
    }

    private static List<String> java(Programs programs, String mainClass) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", programs.classes().toString(), mainClass);
    }

    private void measureStart(Programs programs) throws IOException, InterruptedException {
        progress.step("measuring the start of a program");
        Path hello = programs.image("Hello", Target.LINUX, Profile.RELEASE, List.of());
        double mine = millisecondsEach(List.of(hello.toString()), STARTS);
        double theirs = millisecondsEach(java(programs, "Hello"), JAVA_STARTS);
        Report.Table table = report.table("Milliseconds from start to end of hello world", "blog_os", "java", "times faster");
        table.row("hello world", mine, theirs, theirs / mine);
    }

    /** The shell starts the program many times: starting processes from here would cost more than what is measured. */
    private static double millisecondsEach(List<String> command, int times) throws IOException, InterruptedException {
        String line = "'" + String.join("' '", command) + "'";
        List<String> script = List.of("sh", "-c", "i=0; while [ $i -lt " + times + " ]; do " + line + "; i=$((i+1)); done");
        long start = System.nanoTime();
        Command.run("measuring the start", script);
        return (System.nanoTime() - start) / 1e6 / times;
    }

    private void measureCollector(Path costs) throws IOException, InterruptedException {
        progress.step("measuring the collector");
        KernelRun run = timed(List.of(costs.toString()), List.of("collector"));
        Report.Table table = report.table("Collector, 20 MB live in objects of 24 bytes", "blog_os");
        table.row("longest pause, ms", run.costs().get("pause") / 1e6);
        table.row("million objects a second", run.costs().get("allocation") / 1e6);
    }

    private void measureSizes(Programs programs, ModulePath modules, Path scratch) throws IOException {
        progress.step("measuring sizes");
        Report.Table table = report.table("Bytes of hello world, stripped", "debug", "release");
        for (Target target : List.of(Target.LINUX, Target.USER)) {
            double[] sizes = new double[Profile.values().length];
            for (Profile profile : Profile.values()) {
                List<Path> more = target == Target.USER ? modules.closure("blogos.std") : List.of();
                Path image = programs.image("Hello", target, profile, more);
                Path stripped = scratch.resolve("stripped");
                new Linker().strip(image, stripped);
                sizes[profile.ordinal()] = Files.size(stripped);
            }
            table.row(target.id(), sizes);
        }
    }

    /** In processes of their own, as the launcher starts the compiler, with an empty cache for each. */
    private void measureCompiler(Programs programs, Path scratch) throws IOException, InterruptedException {
        Report.Table table = report.table("Compiler, the kernels with an empty cache", "debug", "release");
        double[] seconds = new double[Profile.values().length];
        double[] methods = new double[Profile.values().length];
        for (Profile profile : Profile.values()) {
            progress.step("measuring the compiler");
            double[] samples = new double[COMPILATIONS];
            for (int i = 0; i < COMPILATIONS; i++) {
                Path cache = scratch.resolve("cache" + profile.ordinal() + i);
                Files.createDirectories(cache);
                linkTools(cache);
                long start = System.nanoTime();
                List<String> lines = Command.run("compiling", aot(programs, profile, cache, scratch.resolve("out")));
                samples[i] = (System.nanoTime() - start) / 1e9;
                methods[profile.ordinal()] = methods(lines);
            }
            Arrays.sort(samples);
            seconds[profile.ordinal()] = samples[COMPILATIONS / 2];
        }
        table.row("seconds", seconds);
        table.row("methods", methods);
        table.row("methods a second", methods[0] / seconds[0], methods[1] / seconds[1]);
    }

    /** The number of methods in the last line of the compiler's report: {@code total CLASSES METHODS ...}. */
    private static int methods(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("total "))
                .map(line -> Integer.valueOf(line.trim().split(" +")[2]))
                .findFirst()
                .orElseThrow();
    }

    /** The linker need not be extracted again. */
    private static void linkTools(Path cache) throws IOException {
        Path tools = blogos.aot.compiler.llvm.UserCache.directory().resolve("tools");
        Files.createSymbolicLink(cache.resolve("tools"), tools);
    }

    private List<String> aot(Programs programs, Profile profile, Path cache, Path output) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dblogos.cache=" + cache,
                "-D" + AotCommand.RUNTIME_PATH + "=" + System.getProperty(AotCommand.RUNTIME_PATH),
                "-cp", System.getProperty("java.class.path"), AotCommand.class.getName()));
        command.addAll(List.of("-cp", programs.classes().toString(), "Kernels", "-o", output.toString(), "--report"));
        if (profile == Profile.RELEASE) {
            command.add("--release");
        }
        return command;
    }
}
