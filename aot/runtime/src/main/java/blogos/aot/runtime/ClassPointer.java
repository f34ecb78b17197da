package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Symbol;

/**
 * The 32-bit form of a class's address that object headers, interface sets and displays hold: its low half, since an
 * image lies in one aligned 4 GiB range.
 */
@NoPoll
final class ClassPointer {
    private ClassPointer() {}

    /** The 32-bit form. */
    static int encode(Class<?> c) {
        return (int) Address.ofObject(c).toLong();
    }

    /** The class structure with a 32-bit form. */
    static Address decode(int pointer) {
        return Address.of(imageStart().toLong() >>> 32 << 32 | pointer & 0xffff_ffffL);
    }

    @Symbol("__image_start")
    static native Address imageStart();
}
