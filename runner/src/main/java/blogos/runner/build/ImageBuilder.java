package blogos.runner.build;

import blogos.runner.Progress;
import blogos.runner.Sizes;
import blogos.runner.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Calls the compiler, for images whose input has changed. */
public final class ImageBuilder {
    /**
     * An image to make.
     *
     * @param classPath class folders, the only code besides the JDK's
     * @param mainClass the class with the {@code main} that the image starts
     * @param target the compiler's name of what it runs on: {@code kernel}, {@code user}, {@code uefi} or {@code linux}
     * @param profile how it is compiled
     * @param output the image
     */
    public record Request(List<Path> classPath, String mainClass, String target, Profile profile, Path output) {}

    private final Progress progress;
    private String compiler;

    /** A builder that says what it builds. */
    public ImageBuilder(Progress progress) {
        this.progress = progress;
    }

    /**
     * Makes an image unless it is there and made from the same input.
     *
     * @throws UserError if the code does not compile
     */
    public void build(Request request) throws IOException {
        Path output = request.output();
        Path stamp = output.resolveSibling(output.getFileName() + ".inputs");
        String inputs = fingerprint(request);
        if (Files.exists(output)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(inputs)) {
            return;
        }
        Files.createDirectories(output.getParent());
        Files.deleteIfExists(stamp);
        String name = output.getFileName().toString();
        progress.step("compiling " + name + " (" + request.profile().id() + ")");
        long start = System.nanoTime();
        compile(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        progress.step("%s: %s in %.1f s".formatted(name, Sizes.show(Files.size(output)), millis / 1000.0));
        Files.writeString(stamp, inputs);
    }

    private void compile(Request request) {
        throw new UserError("the compiler is not part of this build yet: cannot make " + request.output());
    }

    private String fingerprint(Request request) throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .add(compiler())
                .add(request.mainClass())
                .add(request.target())
                .add(request.profile().id());
        for (Path entry : request.classPath()) {
            fingerprint.add(entry);
        }
        return fingerprint.value();
    }

    /** The compiler's own version: its classes, its libraries by name, and the JDK whose classes it compiles. */
    private String compiler() throws IOException {
        if (compiler == null) {
            Fingerprint fingerprint = new Fingerprint().add(System.getProperty("java.vm.version"));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    fingerprint.add(path);
                } else {
                    fingerprint.add(entry);
                }
            }
            compiler = fingerprint.value();
        }
        return compiler;
    }
}
