package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Word;

/** {@code EFI_SIMPLE_TEXT_OUTPUT_PROTOCOL} (UEFI 2.10, 12.4). */
@Word
final class TextOutput {
    private static final int OUTPUT_STRING = 8;

    private final Address base;

    private TextOutput(Address base) {
        this.base = base;
    }

    /** The protocol interface at an address; 0 if the firmware has no console. */
    static TextOutput at(Address base) {
        return new TextOutput(base);
    }

    /** Shows the NUL-terminated UTF-16 string at an address. Lines end with CR LF. A failure has no consequence. */
    void print(long text) {
        if (!base.isZero()) {
            call(base.loadAddress(OUTPUT_STRING), base.toLong(), text);
        }
    }
}
