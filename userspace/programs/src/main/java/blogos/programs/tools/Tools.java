package blogos.programs.tools;

import blogos.std.BlogOs;
import java.io.IOException;

/** The small programs, all in one image: which one it is tells the name it was started by. */
public final class Tools {
    /** The names, each a program in {@code /bin}; the build reads this. */
    public static final String NAMES = "cat echo false free help kill ls ps pwd sleep true uptime";

    private static final int UNKNOWN = 127;

    private Tools() {}

    /** Takes the arguments of the program. */
    public static void main(String[] args) throws IOException {
        String path = BlogOs.programName();
        String name = path.substring(path.lastIndexOf('/') + 1);
        int status = run(name, args);
        System.out.flush();
        System.exit(status);
    }

    private static int run(String name, String[] args) throws IOException {
        return switch (name) {
            case "cat" -> Cat.run(args);
            case "echo" -> Echo.run(args);
            case "false" -> 1;
            case "free" -> Free.run();
            case "help" -> Help.run();
            case "kill" -> Kill.run(args);
            case "ls" -> Ls.run(args);
            case "ps" -> Ps.run();
            case "pwd" -> Pwd.run();
            case "sleep" -> Sleep.run(args);
            case "true" -> 0;
            case "uptime" -> Uptime.run();
            default -> unknown(name);
        };
    }

    private static int unknown(String name) {
        System.err.println(name + ": not one of: " + NAMES);
        return UNKNOWN;
    }
}
