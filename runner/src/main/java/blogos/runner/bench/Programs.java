package blogos.runner.bench;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import blogos.runner.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The programs that are measured, in every form: from C, for a JVM, and as our executables. */
final class Programs {
    private static final List<String> SOURCES = List.of("Kernels.java", "Hello.java", "Costs.java");

    private final Path directory;
    private final List<Path> runtime;
    private final Path classes;

    /**
     * Programs that are made in a directory.
     *
     * @param runtime class folders of the compiler's runtime
     */
    Programs(Path directory, List<Path> runtime) throws IOException {
        this.directory = directory;
        this.runtime = runtime;
        this.classes = Files.createDirectories(directory.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
        for (String source : SOURCES) {
            arguments.add(unpack(source).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the programs to measure do not compile");
        }
    }

    private Path unpack(String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in = Programs.class.getResourceAsStream(name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** The folder with the class files. */
    Path classes() {
        return classes;
    }

    /**
     * The kernels from C, a static executable.
     *
     * @throws UserError if there is no clang, or no C library for static executables
     */
    Path fromC() throws IOException, InterruptedException {
        Path executable = directory.resolve("kernels-c");
        Command.run("compiling C", List.of(
                "clang", "-O2", "-static", "-o", executable.toString(), unpack("kernels.c").toString(), "-lm"));
        return executable;
    }

    /** Our executable of a program. */
    Path image(String mainClass, Target target, Profile profile, List<Path> more) {
        Path executable = directory.resolve(mainClass + "-" + target.id() + "-" + profile.name());
        Set<Path> path = new LinkedHashSet<>(List.of(classes));
        path.addAll(more);
        path.addAll(runtime);
        try {
            new Aot(CompileListener.NONE).compile(new Aot.Request(List.copyOf(path), mainClass, target, profile, executable, null));
        } catch (CompileException e) {
            throw new UserError("cannot compile " + mainClass + ": " + e.getMessage());
        }
        return executable;
    }
}
