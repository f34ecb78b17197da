package blogos.runner.cli;

import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.Sizes;
import blogos.runner.build.SystemImages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./blog_os build}. */
@Command(name = "build", description = "Makes the disk image and prints where it is and how large.")
final class BuildCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    private HelpOption help;

    private final PrintStream out;

    @Mixin
    private ImageOptions image;

    BuildCommand(Project project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        SystemImages images = image.images(project, Progress.toStandardError());
        Path disk = images.disk();
        show("kernel", images.kernel());
        show("loader", images.loader());
        show("disk", disk);
        return 0;
    }

    private void show(String what, Path file) throws IOException {
        long size = Files.size(file);
        out.printf("%-8s%s  %s (%d bytes)%n", what, project.show(file), Sizes.show(size), size);
    }
}
