package blogos.aot.compiler;

import blogos.aot.compiler.cli.AotCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compiles Java source in a test to class files, and knows where the runtime is. */
public final class Sources {
    private Sources() {}

    /** Writes and compiles files given as name and text; answers the directory with the classes. */
    public static Path compile(Path directory, String... namesAndTexts) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-d", directory.toString()));
        String path = String.join(File.pathSeparator, runtime().stream().map(Path::toString).toList());
        arguments.addAll(List.of("-cp", path, "-p", path));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Path file = directory.resolve(namesAndTexts[i]);
            Files.writeString(file, namesAndTexts[i + 1]);
            arguments.add(file.toString());
        }
        arguments.add(0, Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        try {
            if (new ProcessBuilder(arguments).inheritIO().start().waitFor() != 0) {
                throw new IllegalArgumentException("the test's source does not compile");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return directory;
    }

    /** Class path of the runtime: what the launcher says, or the modules beside this one. */
    public static List<Path> runtime() {
        String given = System.getProperty(AotCommand.RUNTIME_PATH);
        if (given != null) {
            return Arrays.stream(given.split(File.pathSeparator)).map(Path::of).toList();
        }
        Path modules = Path.of("").toAbsolutePath().getParent();
        return List.of(modules.resolve("runtime/target/classes"), modules.resolve("api/target/classes"));
    }
}
