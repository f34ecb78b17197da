package blogos.runner.test;

import blogos.aot.cases.GuestCases;
import blogos.runner.UserError;
import blogos.runner.build.SystemImages;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The cases of the differential suite in the machine: once as a program in ring 3, once in the kernel in ring 0, and
 * each compared with what HotSpot prints.
 */
public final class GuestCaseTests implements Suite {
    private static final String PROGRAM = "bin/cases";
    private static final int HOTSPOT_SECONDS = 120;

    private final SystemImages images;
    private final Path directory;

    /**
     * The cases on a system.
     *
     * @param directory where the outputs are kept
     */
    public GuestCaseTests(SystemImages images, Path directory) {
        this.images = images;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "guest";
    }

    @Override
    public List<TestResult> run() throws IOException, InterruptedException {
        CaseTranscript expected = new CaseTranscript(onHotSpot());
        if (!expected.isComplete()) {
            throw new UserError("the cases do not run on HotSpot: see " + directory.resolve("cases-hotspot.log"));
        }
        List<TestResult> results = new ArrayList<>();
        results.addAll(compare(expected, "ring 3", program(), "cases-ring3.log"));
        results.addAll(compare(expected, "ring 0", new Boot.Pvh(images.kernelCases(), null, ""), "cases-ring0.log"));
        return results;
    }

    private List<TestResult> compare(CaseTranscript expected, String where, Boot boot, String log)
            throws IOException, InterruptedException {
        Guest.Run run = Guest.run(Machine.DEFAULT, boot, directory.resolve(log));
        return expected.compare(new CaseTranscript(run.lines()), where, run.outcome().describe());
    }

    /** A boot that runs the cases as a program, and nothing else. */
    private Boot program() throws IOException {
        Path line = Files.writeString(directory.resolve("cases-exec"), "/" + PROGRAM + "\n");
        Path initrd = directory.resolve("cases-initrd.cpio");
        images.writeInitrd(initrd, new TreeMap<>(Map.of(SystemImages.EXEC, line, PROGRAM, images.cases())));
        return new Boot.Pvh(images.kernel(), initrd, "");
    }

    private List<String> onHotSpot() throws IOException, InterruptedException {
        Path log = directory.resolve("cases-hotspot.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-ShowCodeDetailsInExceptionMessages",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        images.casesFolder().toString(),
                        GuestCases.class.getName())
                .redirectOutput(log.toFile())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(HOTSPOT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readAllLines(log);
    }
}
