package blogos.aot.compiler.llvm;

import java.nio.file.Path;

/**
 * A compiled module.
 *
 * @param name the name of its {@link IrModule}
 * @param path an ELF relocatable object in the cache; read it, never write it
 */
public record ObjectFile(String name, Path path) {
}
