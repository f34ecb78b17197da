package blogos.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.runner.ExitStatus;
import blogos.runner.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();
    private CommandLine line;

    @BeforeEach
    void emptyProject() throws IOException {
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        line = Main.commandLine(new Project(directory), new PrintStream(out));
        line.setErr(new PrintWriter(errors));
    }

    @Test
    void withoutACommandTheHelpAppears() {
        assertEquals(0, line.execute());
        assertEquals(Main.help(), out.toString());
    }

    @Test
    void theHelpNamesEveryCommand() {
        Set<String> commands = line.getSubcommands().keySet();
        for (String command : commands) {
            assertTrue(Main.help().contains("\n  " + command + " "), command);
        }
        long described =
                Main.help().lines().filter(text -> text.matches("  [a-z]+ .*")).count();
        assertEquals(commands.size(), described);
    }

    @Test
    void mistakesOnTheCommandLineAreOneLine() {
        assertMistake("unknown command 'bulid'; ./blog_os lists the commands", "bulid");
        assertMistake("Unknown option: '--fast'; see ./blog_os run --help", "run", "--fast");
        assertMistake("Unknown option: '--fast'; see ./blog_os --help", "--fast");
        assertMistake("Unmatched argument at index 1: 'disk'; see ./blog_os build --help", "build", "disk");
        assertMistake("no suite is called 'nothing'", "test", "nothing");
    }

    @Test
    void anInitrdFolderThatIsNotThereIsOneLine() {
        assertEquals(ExitStatus.UNAVAILABLE, line.execute("build", "--initrd", directory + "/none"));
        assertEquals("blog_os: " + directory + "/none is not a directory that can be read\n", errors.toString());
    }

    @Test
    void aFileThatCannotBeUsedIsOneLine() throws IOException {
        Files.delete(directory.resolve("pom.xml"));
        assertEquals(ExitStatus.UNAVAILABLE, line.execute("build"));
        assertEquals("blog_os: " + directory + "/pom.xml does not exist\n", errors.toString());
    }

    private void assertMistake(String message, String... arguments) {
        errors.getBuffer().setLength(0);
        assertEquals(ExitStatus.USAGE, line.execute(arguments));
        assertEquals("blog_os: " + message + "\n", errors.toString());
    }
}
