package blogos.programs;

import blogos.std.Misdeeds;

/** {@code /bin/crash_cli}: executes an instruction that programs may not execute. */
public final class CrashCli {
    private CrashCli() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("Turning interrupts off");
        Misdeeds.disableInterrupts();
        System.out.println("Not reached: interrupts are off");
    }
}
