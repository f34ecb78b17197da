/** The initial RAM disk: a reader of cpio archives. */
module blogos.initrd {
    requires transitive blogos.aot.api;

    exports blogos.initrd;
}
