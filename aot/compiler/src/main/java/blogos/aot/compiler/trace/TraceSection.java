package blogos.aot.compiler.trace;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.llvm.IrModule;
import blogos.dwarf.DwarfException;
import blogos.dwarf.TraceTableWriter;
import blogos.elf.ElfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the table that turns code addresses into methods, files and lines. It is made from the debug information of a linked image and linked into the image again, at its end, where it moves nothing.
 */
public final class TraceSection {
    private TraceSection() {}

    /** A module that holds the table of an image in the section {@code .jtrace}. */
    public static IrModule of(Path image) {
        try {
            byte[] table = TraceTableWriter.write(Files.readAllBytes(image));
            return new IrModule("trace table", IrModule.data("trace", table, ".jtrace"));
        } catch (IOException | ElfException | DwarfException e) {
            throw new CompileException("cannot make the trace table of " + image.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
