package blogos.runner.test;

import blogos.runner.build.SystemImages;
import blogos.runner.qemu.Boot;
import blogos.runner.qemu.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tests that run inside the kernel: one image with all of them, started directly by QEMU. */
public final class KernelTests implements Suite {
    private final SystemImages images;
    private final Path directory;

    /**
     * The tests of a system.
     *
     * @param directory where the guest's output is kept
     */
    public KernelTests(SystemImages images, Path directory) {
        this.images = images;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "kernel";
    }

    @Override
    public List<TestResult> run() throws IOException, InterruptedException {
        Boot boot = new Boot.Pvh(images.kernelTests(), images.initrd(), "");
        Guest.Run run = Guest.run(Machine.DEFAULT, boot, directory.resolve("kernel.log"));
        return GuestTestLog.read(run.lines(), run.outcome());
    }
}
