package blogos.kernel.interrupts;

import blogos.aot.api.Interrupt;

/** What a device's driver does when the device interrupts. */
public interface InterruptHandler {
    /**
     * The device wants attention. Interrupts are off. It does the least: moves bytes to where a task finds them and
     * wakes that task. What it asks of the device must make the device stop asking. Must not throw.
     */
    @Interrupt
    void handle();
}
