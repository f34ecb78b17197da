package blogos.aot.compiler.ir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The script by which gdb shows Java values: part of each image, in a section that is not loaded. */
final class GdbScript {
    private static final String RESOURCE = "java-gdb.py";
    /** Kind of the entry: a Python script as text (GDB manual, "The .debug_gdb_scripts section"). */
    private static final int PYTHON_TEXT = 4;

    private GdbScript() {}

    /** The script as the text after the entry's kind: its name, a line feed, its lines. */
    private static List<String> lines() {
        try (InputStream resource = GdbScript.class.getResourceAsStream(RESOURCE)) {
            String script = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return (RESOURCE + "\n" + script).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the script to a module. */
    static void addTo(ModuleBuilder module) {
        module.assembly(".section .debug_gdb_scripts,\"MS\",@progbits,1");
        module.assembly(".byte " + PYTHON_TEXT);
        for (String line : lines()) {
            module.assembly(".ascii \"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\\n\"");
        }
        module.assembly(".byte 0");
        module.assembly(".text");
    }
}
