package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.CallPointer;
import blogos.aot.api.CallPointer.Convention;
import blogos.aot.api.Exempt;

/**
 * Calls of firmware functions, which follow Microsoft's x64 convention (UEFI 2.10, 2.3.4.2).
 *
 * <p>Every argument travels in a 64-bit slot, so all are {@code long} here: pointers as their bits, and a callee that
 * takes a smaller type ignores the upper bits. The result is an {@code EFI_STATUS}, see {@link Status}.
 */
@Exempt("the firmware knows nothing of Java objects and calls nothing of ours")
final class FirmwareCall {
    private FirmwareCall() {}

    /** Calls a function with one argument. */
    @CallPointer(Convention.MICROSOFT)
    static native long call(Address function, long a);

    /** Calls a function with two arguments. */
    @CallPointer(Convention.MICROSOFT)
    static native long call(Address function, long a, long b);

    /** Calls a function with three arguments. */
    @CallPointer(Convention.MICROSOFT)
    static native long call(Address function, long a, long b, long c);

    /** Calls a function with four arguments. */
    @CallPointer(Convention.MICROSOFT)
    static native long call(Address function, long a, long b, long c, long d);

    /** Calls a function with five arguments. */
    @CallPointer(Convention.MICROSOFT)
    static native long call(Address function, long a, long b, long c, long d, long e);
}
