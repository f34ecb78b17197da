package blogos.aot.compiler.differential;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.cli.AotCommand;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The door to the compiler: makes a static Linux executable from a main class. */
final class LinuxImage {
    private static final Aot COMPILER = new Aot(CompileListener.NONE);

    private LinuxImage() {}

    /**
     * Compiles a program and everything it reaches.
     *
     * @param mainClass the binary name of the class with {@code main}
     * @param classes the directory with its class files
     * @param profile how hard to optimise
     * @param output the executable to write
     * @throws RuntimeException when the program cannot be compiled; the message is the compiler's
     */
    static void build(String mainClass, Path classes, Profile profile, Path output) {
        List<Path> classPath = new ArrayList<>();
        classPath.add(classes);
        classPath.addAll(runtime());
        COMPILER.compile(new Aot.Request(classPath, mainClass, Target.LINUX, profile, output, null));
    }

    /** What the launcher says the runtime is; under Maven the class files of the modules beside this one. */
    private static List<Path> runtime() {
        String given = System.getProperty(AotCommand.RUNTIME_PATH);
        if (given != null) {
            List<Path> paths = new ArrayList<>();
            for (String entry : given.split(File.pathSeparator)) {
                paths.add(Path.of(entry));
            }
            return paths;
        }
        Path modules = Runs.testClasses().getParent().getParent().getParent();
        return List.of(modules.resolve("runtime/target/classes"), modules.resolve("api/target/classes"));
    }
}
