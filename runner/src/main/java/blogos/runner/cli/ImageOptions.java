package blogos.runner.cli;

import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.build.SystemImages;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that makes a disk. */
final class ImageOptions {
    @Mixin
    private ProfileOptions profile;

    @Option(
            names = "--initrd",
            paramLabel = "DIR",
            description = "Add the files below DIR to the initial RAM disk, in place of those of the same name.")
    private Path initrd;

    SystemImages images(Project project, Progress progress) throws IOException {
        return new SystemImages(project, profile.profile(), initrd, progress);
    }
}
