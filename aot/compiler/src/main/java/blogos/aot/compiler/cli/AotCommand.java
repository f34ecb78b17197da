package blogos.aot.compiler.cli;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import blogos.aot.compiler.report.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The compiler on the command line. */
@Command(
        name = "aot",
        description = "Compiles a class path and a main class to an executable without a JVM.")
public final class AotCommand implements Callable<Integer> {
    /** System property with the class path of the runtime, which the launcher sets; entries of {@code -cp} come first. */
    public static final String RUNTIME_PATH = "blogos.runtime.path";

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-cp", "--class-path"}, required = true, paramLabel = "PATH",
            description = "Directories and jar files with the program's classes, separated by '${sys:path.separator}'.")
    private String classPath;

    @Parameters(index = "0", paramLabel = "MAIN", description = "Binary name of the class with main(String[]).")
    private String mainClass;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "The image to write.")
    private Path output;

    @Option(names = "--target", defaultValue = "linux", paramLabel = "TARGET",
            description = "linux (default), user, kernel or uefi.")
    private String target;

    @Option(names = "--release", description = "Optimise; the default is the debug profile.")
    private boolean release;

    @Option(names = "--keep-ir", paramLabel = "DIR", description = "Also write the LLVM IR to this directory.")
    private Path keepIr;

    @Option(names = "--report", description = "Print what the image contains of each module, and how much stack interrupts may use.")
    private boolean report;

    @Option(names = "--why", paramLabel = "METHOD", description = "Print the size of a method (pkg.Class.method) and the calls that lead to it.")
    private String why;

    @Override
    public Integer call() {
        try {
            boolean terminal = System.console() != null;
            CompileListener progress = (done, total, name) -> {
                if (terminal) {
                    System.err.printf("\rcompiling %d of %d modules", done, total);
                    System.err.print(done == total ? "\n" : "");
                }
            };
            Profile profile = release ? Profile.RELEASE : Profile.DEBUG;
            new Aot(progress).compile(new Aot.Request(paths(), mainClass, Target.of(target), profile, output, keepIr), this::print);
            return 0;
        } catch (CompileException e) {
            spec.commandLine().getErr().println("blog_os: " + e.getMessage());
            return 1;
        }
    }

    private void print(Report contents) {
        if (report) {
            spec.commandLine().getOut().print(contents.contents());
        }
        if (why != null) {
            spec.commandLine().getOut().print(contents.why(why));
        }
        spec.commandLine().getOut().flush();
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (String entry : (classPath + File.pathSeparator + System.getProperty(RUNTIME_PATH, "")).split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry));
            }
        }
        return paths;
    }

    /** Runs the compiler alone. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new AotCommand()).execute(args));
    }
}
