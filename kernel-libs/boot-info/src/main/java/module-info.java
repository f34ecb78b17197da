import blogos.aot.api.Trusted;

/** What a boot loader tells the kernel. */
@Trusted
module blogos.boot {
    requires transitive blogos.aot.api;

    exports blogos.boot;
}
