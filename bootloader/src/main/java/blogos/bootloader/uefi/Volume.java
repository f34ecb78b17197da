package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Word;
import blogos.bootloader.BootFailure;

/** {@code EFI_SIMPLE_FILE_SYSTEM_PROTOCOL}: a volume whose file system the firmware can read (UEFI 2.10, 13.4). */
@Word
final class Volume {
    private static final int OPEN_VOLUME = 8;

    private final Address base;

    private Volume(Address base) {
        this.base = base;
    }

    /** The volume on a device. */
    static Volume on(long deviceHandle, BootServices services) {
        Address base = services.protocol(deviceHandle, Guid.SIMPLE_FILE_SYSTEM);
        if (base.isZero()) {
            throw new BootFailure("the loader was not started from a disk volume that the firmware can read");
        }
        return new Volume(base);
    }

    /** The root directory, open. */
    FileHandle openRoot() {
        long status = call(base.loadAddress(OPEN_VOLUME), base.toLong(), Scratch.slot(0));
        Status.check(status, "open the boot volume");
        return FileHandle.at(Address.of(Scratch.result(0)));
    }
}
