package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Word;

/** {@code EFI_SIMPLE_TEXT_INPUT_PROTOCOL} (UEFI 2.10, 12.3). */
@Word
final class TextInput {
    private static final int RESET = 0;
    private static final int READ_KEY_STROKE = 8;

    private final Address base;

    private TextInput(Address base) {
        this.base = base;
    }

    /** The protocol interface at an address; 0 if the firmware has no keyboard. */
    static TextInput at(Address base) {
        return new TextInput(base);
    }

    /** Forgets keys that were pressed before. */
    void clear() {
        if (!base.isZero()) {
            call(base.loadAddress(RESET), base.toLong(), 0);
        }
    }

    /** Whether a key was pressed; the key is consumed. Does not wait. */
    boolean hasKey() {
        return !base.isZero()
                && call(base.loadAddress(READ_KEY_STROKE), base.toLong(), Scratch.slot(0)) == Status.SUCCESS;
    }
}
