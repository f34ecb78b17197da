import blogos.aot.api.Trusted;

/**
 * The only code that touches raw memory, ports, model-specific registers, page tables and assembly; its public face is
 * safe to build a kernel on.
 */
@Trusted
module blogos.hal {
    requires transitive blogos.aot.api;
    requires transitive blogos.boot;
    requires blogos.aot.runtime;

    exports blogos.hal;
    exports blogos.hal.boot;
}
