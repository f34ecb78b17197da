/** The kernel. Raw memory, ports and assembly stay below it, in blogos.hal. */
module blogos.kernel {
    requires blogos.acpi;
    requires static blogos.aot.cases; // for a test image only
    requires blogos.aot.runtime;
    requires blogos.elf;
    requires blogos.hal;
    requires blogos.initrd;
    requires blogos.log;
    requires blogos.qemu;
    requires blogos.syscalls;
    requires blogos.terminal;
}
