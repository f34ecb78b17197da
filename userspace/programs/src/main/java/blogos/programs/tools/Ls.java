package blogos.programs.tools;

import blogos.std.Descriptor;
import blogos.std.SystemCallException;

/** {@code ls [DIRECTORY...]}: what is in directories. */
final class Ls {
    private Ls() {}

    static int run(String[] directories) {
        int status = 0;
        for (String directory : directories.length == 0 ? new String[] {"."} : directories) {
            try (Descriptor entries = Descriptor.open(directory)) {
                for (String name = entries.nextEntry(); name != null; name = entries.nextEntry()) {
                    System.out.println(name);
                }
            } catch (SystemCallException e) {
                System.err.println("ls: " + directory + ": " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }
}
