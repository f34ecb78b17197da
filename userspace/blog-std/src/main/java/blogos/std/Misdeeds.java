package blogos.std;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;

/** What a Java program cannot do on its own and the system must survive: for programs that prove that it does. */
public final class Misdeeds {
    private Misdeeds() {}

    /** Reads the byte at any address. Ends the program with a page fault if it must not. */
    public static byte readByte(long address) {
        return Address.of(address).loadByteVolatile(0);
    }

    /** Writes the byte at any address. Ends the program with a page fault if it must not. */
    public static void writeByte(long address, byte value) {
        Address.of(address).storeByteVolatile(0, value);
    }

    /**
     * Calls itself until the stack is used up, without the checks that would throw an error. Ends the program with a page
     * fault. The result keeps this from becoming a loop.
     */
    @NoPoll
    public static long recurse(long depth) {
        return recurse(depth + 1) / 3 + depth;
    }

    /** Tries to turn interrupts off. Ends the program with a general protection fault (Intel SDM volume 2A, CLI). */
    @Asm(value = "cli")
    public static native void disableInterrupts();
}
