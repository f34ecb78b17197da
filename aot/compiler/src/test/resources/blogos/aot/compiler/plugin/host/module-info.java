module host {
    requires blogos.aot.runtime;

    exports host.api;
}
