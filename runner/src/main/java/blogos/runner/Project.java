package blogos.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's folders. */
public final class Project {
    private static final String HOME_PROPERTY = "blogos.home";
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private final Path root;

    /** The project in a folder. */
    public Project(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The project that the launcher script belongs to. */
    public static Project ofLauncher() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new UserError("start this program through ./blog_os");
        }
        return new Project(Path.of(home));
    }

    /** The folder with the launcher script. */
    public Path root() {
        return root;
    }

    /** The folder for everything that is made, created when missing. */
    public Path target() throws IOException {
        return Files.createDirectories(root.resolve("target"));
    }

    /** Folders of all Maven modules, as the root POM lists them, relative to the root ({@code kernel-libs/elf}). */
    public List<String> modules() throws IOException {
        List<String> modules = new ArrayList<>();
        Matcher matcher = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
        while (matcher.find()) {
            modules.add(matcher.group(1).trim());
        }
        return modules;
    }

    /** A path below the root in its short form, for messages. */
    public String show(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute).toString() : path.toString();
    }
}
