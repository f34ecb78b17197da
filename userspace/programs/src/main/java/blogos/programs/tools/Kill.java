package blogos.programs.tools;

import blogos.std.BlogOs;
import blogos.std.SystemCallException;

/** {@code kill NUMBER...}: ends processes. */
final class Kill {
    private static final int USAGE = 2;

    private Kill() {}

    static int run(String[] numbers) {
        if (numbers.length == 0) {
            System.err.println("usage: kill NUMBER...");
            return USAGE;
        }
        int status = 0;
        for (String number : numbers) {
            try {
                BlogOs.kill(Integer.parseInt(number));
            } catch (NumberFormatException e) {
                System.err.println("kill: not a number: " + number);
                status = 1;
            } catch (SystemCallException e) {
                System.err.println("kill: " + number + ": " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }
}
