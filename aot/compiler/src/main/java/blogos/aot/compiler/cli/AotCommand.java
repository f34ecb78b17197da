package blogos.aot.compiler.cli;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Optimization;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import blogos.aot.compiler.model.InterfaceFile;
import blogos.aot.compiler.report.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The compiler on the command line. */
@Command(
        name = "aot",
        description = "Compiles a class path and a main class to an executable without a JVM.",
        exitCodeOnInvalidInput = AotCommand.USAGE,
        exitCodeOnExecutionException = AotCommand.INTERNAL,
        footer = {
            "",
            "A class Hello in the folder classes, and a program in a jar:",
            "  ./blog_os aot -cp classes Hello && ./hello",
            "  ./blog_os aot --jar tool.jar -o tool --release",
            "",
            "The exit status is 0, 64 for a wrong command line, 69 if the program cannot be compiled."
        })
public final class AotCommand implements Callable<Integer> {
    /** System property with the class path of the runtime, which the launcher sets; entries of {@code -cp} come first. */
    public static final String RUNTIME_PATH = "blogos.runtime.path";

    /** Exit status: the command line was wrong (EX_USAGE). */
    static final int USAGE = 64;

    /** Exit status: the program cannot be compiled (EX_UNAVAILABLE). */
    static final int UNAVAILABLE = 69;

    /** Exit status: a bug in the compiler (EX_SOFTWARE). */
    static final int INTERNAL = 70;

    private static final String DRIVER = "driver";

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-cp", "--class-path"}, paramLabel = "PATH",
            description = "Directories and jar files with the program's classes, separated by '${sys:path.separator}';"
                    + " the default is the current directory.")
    private String classPath;

    @Option(names = {"-jar", "--jar"}, paramLabel = "FILE",
            description = "A jar file with the program; its manifest names the main class.")
    private Path jar;

    @Parameters(index = "0", arity = "0..1", paramLabel = "MAIN",
            description = "Name of the class with main(String[]), such as com.example.Hello.")
    private String mainClass;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "The image to write; the default is the main class's simple name in lower case.")
    private Path output;

    @Option(names = {"-ea", "--enable-assertions"}, description = "Execute the program's assert statements.")
    private boolean assertions;

    @Option(names = "--target", defaultValue = "linux", paramLabel = "TARGET",
            description = "linux (default), user, kernel, uefi; or driver, with --against.")
    private String target;

    @Option(names = "--release", description = "Optimise; the default is the debug profile.")
    private boolean release;

    @Option(names = "--keep-ir", paramLabel = "DIR", description = "Also write the LLVM IR to this directory.")
    private Path keepIr;

    @Option(names = "--disable", paramLabel = "NAME", split = ",",
            description = "Leave optimisations of --release out, to find the one behind a failure.")
    private List<String> disabled = List.of();

    @Option(names = "--report", description = "Print what the image contains of each module, and how much stack interrupts may use.")
    private boolean report;

    @Option(names = "--why", paramLabel = "METHOD", description = "Print the size of a method (pkg.Class.method) and the calls that lead to it.")
    private String why;

    @Option(names = "--interface", paramLabel = "FILE",
            description = "Make an image that can load plug-ins, and write to this file what they are compiled against.")
    private Path interfaceFile;

    @Option(names = "--against", paramLabel = "FILE",
            description = "Make a plug-in (target driver) for the image that this interface file describes.")
    private Path against;

    @Override
    public Integer call() {
        try {
            String main = mainClass();
            Set<Optimization> without = disabled.stream().map(Optimization::of).collect(Collectors.toSet());
            Aot.Request request = new Aot.Request(
                    paths(), main, target(), release ? Profile.RELEASE : Profile.DEBUG, output(main), keepIr, 0, assertions,
                    without, interfaceFile, against);
            new Aot(progress()).compile(request, this::print);
            return 0;
        } catch (CompileException e) {
            spec.commandLine().getErr().println("blog_os: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return UNAVAILABLE;
        }
    }

    private static CompileListener progress() {
        boolean terminal = System.console() != null;
        return (done, total, name) -> {
            if (terminal) {
                System.err.printf("\rcompiling %d of %d modules", done, total);
                System.err.print(done == total ? "\n" : "");
            }
        };
    }

    private String mainClass() {
        if (mainClass != null) {
            return mainClass;
        }
        if (jar == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing the name of the main class");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String named = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (named == null) {
                throw new CompileException("the manifest of " + jar + " names no main class: give its name");
            }
            return named;
        } catch (IOException e) {
            throw new CompileException("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }

    private Path output(String main) {
        Path file = output != null ? output : Path.of(main.replaceFirst(".*[./$]", "").toLowerCase(Locale.ROOT));
        if (Files.isDirectory(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), file + " is a directory: name the image with -o");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new CompileException("cannot write to the directory " + directory);
        }
        return file;
    }

    /** The target of an image; that of its host for a plug-in. */
    private Target target() {
        if (target.equals(DRIVER) != (against != null)) {
            throw new CompileException("--target " + DRIVER + " and --against FILE belong together");
        }
        if (against != null && (interfaceFile != null || report || why != null)) {
            throw new CompileException("--interface, --report and --why are not for plug-ins");
        }
        return against == null ? Target.of(target) : Target.of(InterfaceFile.read(against).target());
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
        String program = classPath != null ? classPath : jar != null ? "" : ".";
        if (jar != null) {
            paths.add(jar);
        }
        for (String entry : (program + File.pathSeparator + System.getProperty(RUNTIME_PATH, "")).split(File.pathSeparator)) {
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
