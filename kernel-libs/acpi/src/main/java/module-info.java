/** Reader of the ACPI tables that tell a kernel where interrupt controllers and timers are. */
module blogos.acpi {
    requires transitive blogos.aot.api;

    exports blogos.acpi;
}
