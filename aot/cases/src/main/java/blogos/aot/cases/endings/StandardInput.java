package blogos.aot.cases.endings;

import java.io.IOException;

/** Reads standard input byte by byte to its end. */
public final class StandardInput {
    private StandardInput() {}

    public static void main(String[] arguments) throws IOException {
        int lines = 0;
        int sum = 0;
        for (int b = System.in.read(); b >= 0; b = System.in.read()) {
            sum = sum * 31 + b;
            if (b == '\n') {
                lines++;
            }
        }
        System.out.println(lines + " lines, checksum " + sum + ", at end " + System.in.read());
    }
}
