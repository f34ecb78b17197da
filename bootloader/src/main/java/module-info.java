import blogos.aot.api.Trusted;

/**
 * Starts the kernel from the machine's firmware: a UEFI application, and what loaders for other firmware share with it.
 */
@Trusted
module blogos.bootloader {
    requires blogos.aot.api;
    requires blogos.aot.runtime;
    requires blogos.boot;
    requires blogos.elf;
    requires blogos.hal;
    requires blogos.qemu;
}
