import blogos.aot.api.Trusted;

/** The benchmark program: the same source for this system and for Linux. */
@Trusted
module blogos.bench {
    requires blogos.aot.runtime;
    requires blogos.std;
    requires blogos.syscalls;
}
