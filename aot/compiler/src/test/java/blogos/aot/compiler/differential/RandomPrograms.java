package blogos.aot.compiler.differential;

import blogos.aot.compiler.differential.random.RandomProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes runnable programs of random ones. Their sources stay beside the executables, for a look at a difference. */
final class RandomPrograms {
    private RandomPrograms() {}

    /** Writes and compiles the program of a seed. */
    static Program of(long seed) {
        RandomProgram random = new RandomProgram(seed);
        Path classes = Comparison.directory().resolve("random");
        Path source = classes.resolve(random.name() + ".java");
        Path compiler = Path.of(System.getProperty("java.home"), "bin", "javac");
        try {
            Files.createDirectories(classes);
            Files.writeString(source, random.source());
            Process process = new ProcessBuilder(
                            compiler.toString(), "-g", "-nowarn", "-d", classes.toString(), source.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the program of seed " + seed + " does not compile: " + source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compile " + source, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling " + source, e);
        }
        return new Program(random.name(), classes, List.of(), "");
    }
}
