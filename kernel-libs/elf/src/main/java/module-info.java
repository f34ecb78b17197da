/**
 * Reader of ELF64 files for x86-64: header, segments, sections, symbols and relocations. Used by boot loader, kernel
 * and host tools.
 */
module blogos.elf {
    requires transitive blogos.aot.api;

    exports blogos.elf;
}
