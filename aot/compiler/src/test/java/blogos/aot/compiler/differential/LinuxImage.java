package blogos.aot.compiler.differential;

import java.io.IOException;
import java.nio.file.Path;

/** The door to the compiler: makes a static Linux executable from a main class. */
final class LinuxImage {
    private LinuxImage() {
    }

    /**
     * Compiles a program and everything it reaches.
     *
     * @param mainClass the binary name of the class with {@code main}
     * @param classes the directory with its class files
     * @param profile how to compile
     * @param output the executable to write
     * @throws IOException when the program cannot be compiled; the message is the compiler's
     */
    static void build(String mainClass, Path classes, Profile profile, Path output) throws IOException {
        throw new IOException("the compiler does not make Linux executables yet");
    }
}
