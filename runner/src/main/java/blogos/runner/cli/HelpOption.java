package blogos.runner.cli;

import picocli.CommandLine.Option;

/** The option of every command that shows its options. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean requested;
}
