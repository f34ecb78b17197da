package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.aot.api.Word;

/** {@code EFI_RUNTIME_SERVICES} (UEFI 2.10, 4.5 and chapter 8). */
@Word
final class RuntimeServices {
    private static final int GET_VARIABLE = 72;

    private final Address base;

    private RuntimeServices(Address base) {
        this.base = base;
    }

    /** The table at an address. */
    static RuntimeServices at(Address base) {
        return new RuntimeServices(base);
    }

    /**
     * Reads one of the variables that the specification defines (8.2.1).
     *
     * @param name name of the variable
     * @param buffer where its value goes; a longer value is not read
     * @param sizeBytes size of the buffer
     * @return the value; empty if there is no such variable
     */
    Bytes globalVariable(String name, Address buffer, long sizeBytes) {
        long status = call(
                base.loadAddress(GET_VARIABLE),
                Scratch.text(name),
                Scratch.guid(Guid.GLOBAL_VARIABLE),
                Scratch.slot(0),
                Scratch.slot(1, sizeBytes),
                buffer.toLong());
        return Bytes.of(buffer, status == Status.SUCCESS ? Scratch.result(1) : 0);
    }
}
