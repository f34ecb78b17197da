/** What Java source says to the ahead-of-time compiler: word types, assembly, contexts and raw memory. */
module blogos.aot.api {
    requires jdk.unsupported;

    exports blogos.aot.api;
}
