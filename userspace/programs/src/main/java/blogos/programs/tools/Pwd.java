package blogos.programs.tools;

import blogos.std.BlogOs;
import blogos.std.SystemCallException;

/** {@code pwd}: the working directory. */
final class Pwd {
    private Pwd() {}

    static int run() throws SystemCallException {
        System.out.println(BlogOs.directory());
        return 0;
    }
}
