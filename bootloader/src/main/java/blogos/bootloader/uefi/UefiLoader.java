package blogos.bootloader.uefi;

import blogos.bootloader.BootFailure;
import blogos.bootloader.Loader;
import blogos.hal.Port;
import blogos.qemu.ExitCode;

/** The loader as a UEFI application: starts the kernel, or says why it cannot and gives the machine back. */
public final class UefiLoader {
    /** How long a message stays on the screen before the firmware goes on, in ticks. */
    private static final int MESSAGE_TICKS = 3000;

    private static final long TICK_MICROS = 10_000;

    private UefiLoader() {}

    /** Runs the loader. Does not return if the kernel was started. */
    public static void main(String[] arguments) {
        SystemTable table = UefiRuntime.systemTable();
        try {
            Console.addSerial(table.runtimeServices());
            table.bootServices().disableWatchdog();
            Loader.boot(new UefiFirmware(UefiRuntime.imageHandle(), table));
        } catch (BootFailure e) {
            Console.print("\nblog_os cannot start: " + e.getMessage() + ".\n");
        } catch (Throwable e) {
            Console.print("\nblog_os cannot start: the boot loader failed.\n");
            e.printStackTrace();
        }
        giveUp(table);
    }

    /**
     * Ends QEMU with a failure. On a real machine lets the user read the message, then returns to the firmware, which
     * offers its other choices; if the firmware is gone, stops. The machine is never reset: that would hide the message
     * and start all over.
     */
    private static void giveUp(SystemTable table) {
        Port.writeInt((short) ExitCode.PORT, ExitCode.FAILED);
        if (!UefiRuntime.hasLeft()) {
            Console.print("Press a key to go on without it.\n");
            TextInput keyboard = table.consoleInput();
            keyboard.clear();
            for (int i = 0; i < MESSAGE_TICKS && !keyboard.hasKey(); i++) {
                table.bootServices().stallMicros(TICK_MICROS);
            }
        }
        UefiRuntime.exit(Status.LOAD_ERROR);
    }
}
