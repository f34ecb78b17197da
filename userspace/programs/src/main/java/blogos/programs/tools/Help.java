package blogos.programs.tools;

import blogos.std.Descriptor;
import blogos.std.SystemCallException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code help}: which programs there are. */
final class Help {
    private Help() {}

    static int run() throws SystemCallException {
        List<String> names = new ArrayList<>();
        try (Descriptor programs = Descriptor.open("/bin")) {
            for (String name = programs.nextEntry(); name != null; name = programs.nextEntry()) {
                names.add(name);
            }
        }
        Collections.sort(names);
        System.out.println("Programs: " + String.join(" ", names));
        System.out.println("The shell itself knows cd [DIRECTORY] and exit [STATUS].");
        System.out.println("Commands can be connected by |, ; and &. Ctrl-C ends the running one.");
        return 0;
    }
}
