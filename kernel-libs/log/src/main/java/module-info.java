/** Logging: levels, line formats and sinks, without hardware. */
module blogos.log {
    exports blogos.log;
}
