package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Symbol;

/**
 * What plug-ins are linked to: the compiler's table of the image's exports. It is the hash of the interface (32 bytes),
 * the number of exports, and the low 32 bits of the address of each.
 */
final class HostExports {
    private static final int HASH_SIZE = 32;
    private static final int COUNT = 32;
    private static final int ADDRESSES = 36;
    private static final String DIGITS = "0123456789abcdef";

    private static final HostExports TABLE = new HostExports();

    private HostExports() {}

    static HostExports get() {
        return TABLE;
    }

    /** Whether the image was compiled without an interface. */
    boolean isNone() {
        return start().isSame(end());
    }

    int count() {
        return start().loadInt(COUNT);
    }

    /** Address of an export; the index is in range. */
    Address address(int index) {
        return ClassPointer.decode(start().loadInt(ADDRESSES + 4L * index));
    }

    /** The hash of the interface in hexadecimal. */
    String hashText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < HASH_SIZE; i++) {
            appendHex(text, start().loadByte(i));
        }
        return text.toString();
    }

    static void appendHex(StringBuilder text, byte b) {
        text.append(DIGITS.charAt(b >> 4 & 15)).append(DIGITS.charAt(b & 15));
    }

    @Symbol("__exports_start")
    private static native Address start();

    @Symbol("__exports_end")
    private static native Address end();
}
