package blogos.aot.compiler.differential;

import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Builds images and runs programs in the background, on all processors, so that the suite does not wait for one program
 * after the other. A program runs once on HotSpot, however often it is compared; an image is built once for each profile.
 */
final class Schedule {
    private final ExecutorService runs = pool(Runtime.getRuntime().availableProcessors());

    /** One at a time: the compiler itself uses all processors. */
    private final ExecutorService builds = pool(1);

    private final Map<Program, CompletableFuture<Outcome>> onHotSpot = new HashMap<>();
    private final Map<Path, CompletableFuture<Path>> images = new HashMap<>();

    private static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "differential");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Compares a program that has an image of its own. */
    Comparison compare(Program program, Way way) {
        CompletableFuture<Outcome> expected =
                onHotSpot.computeIfAbsent(program, p -> CompletableFuture.supplyAsync(() -> Runs.onHotSpot(p), runs));
        return compare(program, program, program.arguments(), expected, way);
    }

    /**
     * Compares a program that an image contains together with others: the name of one is the argument that runs it,
     * without arguments all run. HotSpot, which takes long to start, does the latter once.
     */
    Comparison compare(Program program, Program image, Way way) {
        CompletableFuture<Outcome> expected = onHotSpot
                .computeIfAbsent(image, p -> CompletableFuture.supplyAsync(() -> Runs.onHotSpot(p), runs))
                .thenApply(all -> all.part(program.name()));
        return compare(program, image, List.of(program.name()), expected, way);
    }

    private Comparison compare(
            Program program, Program image, List<String> arguments, CompletableFuture<Outcome> expected, Way way) {
        Path executable = executable(image, way.profile());
        CompletableFuture<Outcome> actual = build(image, way.profile(), executable)
                .thenApplyAsync(
                        path -> Runs.executable(
                                path, arguments, program.input(), way.environment(program), way.limit()),
                        runs);
        return new Comparison(
                expected, actual, way.prefix(program) + executable + " " + String.join(" ", arguments));
    }

    private CompletableFuture<Path> build(Program image, Profile profile, Path executable) {
        return images.computeIfAbsent(executable, path -> CompletableFuture.supplyAsync(
                () -> {
                    LinuxImage.build(image.mainClass(), image.classes(), profile, path);
                    return path;
                },
                builds));
    }

    private static Path executable(Program image, Profile profile) {
        try {
            Path directory = Files.createDirectories(directory());
            return directory.resolve(image.name() + "." + profile.name().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory for executables", e);
        }
    }

    /** Where executables are kept, so that a difference can be looked at by hand. */
    static Path directory() {
        return Path.of("").toAbsolutePath().resolve("target/differential");
    }
}
