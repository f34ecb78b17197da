package blogos.runner.build;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.Profile;
import blogos.runner.Progress;
import blogos.runner.Sizes;
import blogos.runner.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Calls the compiler, for images whose input has changed. */
final class ImageBuilder {
    /** By this file the runner's own classes are known, which have no influence on images. */
    private static final String OWN_CLASS = ImageBuilder.class.getName().replace('.', '/') + ".class";

    private static final long PROGRESS_INTERVAL_NANOS = 3_000_000_000L;

    private final Profile profile;
    private final Progress progress;
    private String compilerFingerprint;
    private long lastProgressNanos;

    /** A builder that says what it builds. */
    ImageBuilder(Profile profile, Progress progress) {
        this.profile = profile;
        this.progress = progress;
    }

    /**
     * Makes an image unless it is there and made from the same input.
     *
     * @param classPath class folders, the only code besides the JDK's
     * @param mainClass the class with the {@code main} that the image starts
     * @param base the image's first address; 0 for the usual one
     * @param output the image
     * @throws UserError if the code does not compile
     */
    void build(List<Path> classPath, String mainClass, Target target, long base, Path output) throws IOException {
        Path stamp = output.resolveSibling(output.getFileName() + ".inputs");
        String inputs = fingerprint(classPath, mainClass, target, base);
        if (Files.exists(output)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(inputs)) {
            return;
        }
        Files.createDirectories(output.getParent());
        Files.deleteIfExists(stamp);
        String name = output.getFileName().toString();
        progress.step("compiling " + name + " (" + profile.name().toLowerCase(Locale.ROOT) + ")");
        long start = System.nanoTime();
        lastProgressNanos = start;
        compile(new Aot.Request(classPath, mainClass, target, profile, output, null, base), name);
        double seconds = (System.nanoTime() - start) / 1e9;
        progress.step("%s: %s in %.1f s".formatted(name, Sizes.show(Files.size(output)), seconds));
        Files.writeString(stamp, inputs);
    }

    private void compile(Aot.Request request, String name) {
        Aot compiler = new Aot((done, total, module) -> {
            if (System.nanoTime() - lastProgressNanos >= PROGRESS_INTERVAL_NANOS) {
                lastProgressNanos = System.nanoTime();
                progress.step(name + ": " + done + " of " + total + " modules");
            }
        });
        try {
            compiler.compile(request);
        } catch (CompileException e) {
            throw new UserError("cannot compile " + name + ": " + e.getMessage());
        }
    }

    private String fingerprint(List<Path> classPath, String mainClass, Target target, long base) throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .add(compiler())
                .add(mainClass)
                .add(target.id())
                .add(profile.name())
                .add(Long.toHexString(base));
        for (Path entry : classPath) {
            fingerprint.add(entry);
        }
        return fingerprint.value();
    }

    /** The compiler's own version: its classes, its libraries by name, and the JDK whose classes it compiles. */
    private String compiler() throws IOException {
        if (compilerFingerprint == null) {
            Fingerprint fingerprint = new Fingerprint().add(System.getProperty("java.vm.version"));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(entry);
                if (!Files.isDirectory(path)) {
                    fingerprint.add(entry);
                } else if (!Files.exists(path.resolve(OWN_CLASS))) {
                    fingerprint.add(path);
                }
            }
            compilerFingerprint = fingerprint.value();
        }
        return compilerFingerprint;
    }
}
