package blogos.runner.cli;

import blogos.aot.compiler.llvm.Profile;
import picocli.CommandLine.Option;

/** The option of every command that compiles images. */
final class ProfileOptions {
    @Option(names = "--release", description = "Compile with full optimisation.")
    private boolean release;

    Profile profile() {
        return release ? Profile.RELEASE : Profile.DEBUG;
    }
}
