package blogos.programs.tools;

import blogos.std.Descriptor;
import blogos.std.SystemCallException;

/** {@code cat [FILE...]}: copies files, or the standard input, to the standard output. */
final class Cat {
    private static final int CHUNK = 4096;

    private Cat() {}

    static int run(String[] files) throws SystemCallException {
        if (files.length == 0) {
            copy(Descriptor.INPUT);
            return 0;
        }
        int status = 0;
        for (String file : files) {
            try (Descriptor input = Descriptor.open(file)) {
                copy(input);
            } catch (SystemCallException e) {
                System.err.println("cat: " + file + ": " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }

    private static void copy(Descriptor input) throws SystemCallException {
        byte[] chunk = new byte[CHUNK];
        for (int count = input.read(chunk, 0, CHUNK); count >= 0; count = input.read(chunk, 0, CHUNK)) {
            Descriptor.OUTPUT.write(chunk, 0, count);
        }
    }
}
