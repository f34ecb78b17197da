package blogos.hal;

import blogos.aot.api.Address;

/**
 * An interrupt controller for devices (Intel 82093AA data sheet): each of its inputs becomes a message to a local APIC,
 * as an entry of 64 bits in its redirection table says. Interrupts are off while it is used: it shows one register at a
 * time.
 */
public final class IoApic {
    /** Size of its registers in bytes. */
    public static final int SIZE = 0x20;

    private static final int SELECT = 0x00;
    private static final int WINDOW = 0x10;
    private static final int VERSION = 1;
    private static final int REDIRECTION = 0x10;
    private static final int MASKED = 1 << 16;
    private static final int LEVEL_TRIGGERED = 1 << 15;
    private static final int ACTIVE_LOW = 1 << 13;
    private static final int TARGET_SHIFT = 24;
    private static final int NOTHING = -1;

    private final Address registers;
    private final int inputs;

    private IoApic(Address registers, int inputs) {
        this.registers = registers;
        this.inputs = inputs;
    }

    /**
     * The controller whose registers lie at an address of the direct map, with all inputs masked; null if there is
     * none.
     */
    public static IoApic open(PhysAddr address) {
        Address registers = DirectMap.at(address);
        registers.storeIntVolatile(SELECT, VERSION);
        int version = registers.loadIntVolatile(WINDOW);
        if (version == NOTHING || version == 0) {
            return null;
        }
        IoApic controller = new IoApic(registers, (version >> 16 & 0xff) + 1);
        for (int input = 0; input < controller.inputs; input++) {
            controller.write(REDIRECTION + 2 * input, MASKED);
        }
        return controller;
    }

    /** Number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** Lets an input raise a vector on this CPU, masked at first. */
    void connect(int input, int vector, boolean isActiveLow, boolean isLevelTriggered) {
        write(REDIRECTION + 2 * input + 1, LocalApic.id() << TARGET_SHIFT);
        write(
                REDIRECTION + 2 * input,
                vector | MASKED | (isActiveLow ? ACTIVE_LOW : 0) | (isLevelTriggered ? LEVEL_TRIGGERED : 0));
    }

    void setMasked(int input, boolean masked) {
        int entry = read(REDIRECTION + 2 * input);
        write(REDIRECTION + 2 * input, masked ? entry | MASKED : entry & ~MASKED);
    }

    private int read(int register) {
        registers.storeIntVolatile(SELECT, register);
        return registers.loadIntVolatile(WINDOW);
    }

    private void write(int register, int value) {
        registers.storeIntVolatile(SELECT, register);
        registers.storeIntVolatile(WINDOW, value);
    }
}
