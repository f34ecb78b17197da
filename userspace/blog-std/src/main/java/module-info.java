import blogos.aot.api.Trusted;

/** The library that programs use: the system under java.base, and what is specific to this system. */
@Trusted
module blogos.std {
    requires blogos.aot.api;
    requires blogos.aot.runtime;
    requires transitive blogos.syscalls;

    exports blogos.std;
}
