/** Logging: levels, line formats and sinks, without hardware. */
module blogos.log {
    requires blogos.aot.api;

    exports blogos.log;
}
