/**
 * What the guest and the runner outside it agree on: exit codes and the test protocol. Plain Java, compiled into both.
 */
module blogos.qemu {
    exports blogos.qemu;
}
