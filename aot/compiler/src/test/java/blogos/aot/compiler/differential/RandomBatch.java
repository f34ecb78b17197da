package blogos.aot.compiler.differential;

import blogos.aot.cases.AllCases;
import blogos.aot.compiler.differential.random.RandomProgram;
import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many random programs as one: a main class runs one after the other, each behind a line with its name. So HotSpot starts
 * once for all of them, and the compiler makes one image. The sources stay beside the executables, for a look at a
 * difference.
 */
final class RandomBatch {
    private static final String MAIN = "Batch";

    private final List<RandomProgram> programs = new ArrayList<>();
    private final Path directory;
    private final Profile profile;

    /** A batch of the programs of some seeds. */
    RandomBatch(List<Long> seeds, Profile profile) {
        seeds.forEach(seed -> programs.add(new RandomProgram(seed)));
        this.profile = profile;
        directory = Schedule.directory().resolve("random").resolve(programs.get(0).name());
    }

    /** The differences by the programs' names; those of a program that was not reached, since one died, are among them. */
    Map<String, String> differences() {
        Program batch = new Program(MAIN, compile(), List.of(), "");
        Path executable = directory.resolve("batch");
        LinuxImage.build(MAIN, directory, profile, executable);
        Outcome expected = Runs.onHotSpot(batch);
        Outcome actual = Runs.executable(executable, List.of(), "", Map.of(), Runs.LIMIT);
        Transcript onHotSpot = new Transcript(expected.output(), AllCases.HEADING);
        Transcript ours = new Transcript(actual.output(), AllCases.HEADING);
        Map<String, String> differences = new LinkedHashMap<>();
        for (RandomProgram program : programs) {
            List<String> right = onHotSpot.lines(program.name());
            List<String> lines = ours.lines(program.name());
            if (right == null || lines == null) {
                differences.put(program.name(), "not reached: HotSpot " + expected.ending() + ", blog_os "
                        + actual.ending() + "\n" + expected.error() + actual.error());
            } else {
                Difference.between(right, lines)
                        .ifPresent(text -> differences.put(program.name(), text + "by hand: " + executable));
            }
        }
        return differences;
    }

    /** The directory with the class files. */
    private Path compile() {
        try {
            Files.createDirectories(directory);
            String compiler = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
            List<String> command = new ArrayList<>(List.of(compiler, "-g", "-nowarn", "-d", directory.toString()));
            for (RandomProgram program : programs) {
                command.add(write(program.name(), program.source()));
            }
            command.add(write(MAIN, mainSource()));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("random programs do not compile: " + directory);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compile random programs in " + directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling random programs", e);
        }
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name + ".java"), text).toString();
    }

    private String mainSource() {
        StringBuilder text = new StringBuilder("public final class " + MAIN + " {\n")
                .append("    public static void main(String[] arguments) {\n");
        for (RandomProgram program : programs) {
            text.append("        System.out.println(\"" + AllCases.HEADING + program.name() + "\");\n")
                    .append("        " + program.name() + ".main(arguments);\n");
        }
        return text.append("    }\n}\n").toString();
    }
}
