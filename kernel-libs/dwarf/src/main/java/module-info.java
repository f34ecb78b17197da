/** Reader of DWARF 4 and 5 debugging information, and the writer of trace tables made from it. */
module blogos.dwarf {
    requires transitive blogos.elf;
    requires jdk.unsupported;

    exports blogos.dwarf;
}
