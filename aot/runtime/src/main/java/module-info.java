import blogos.aot.api.Trusted;

/** The runtime compiled into every image: heap, unwinder, class support and replacements of java.base internals. */
@Trusted
module blogos.aot.runtime {
    requires transitive blogos.aot.api;

    exports blogos.aot.runtime;
    exports blogos.aot.runtime.jdk to
            blogos.hal;
}
