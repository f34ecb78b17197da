package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Word;
import blogos.bootloader.BootFailure;

/** {@code EFI_LOADED_IMAGE_PROTOCOL}: what the firmware knows about this loader (UEFI 2.10, 9.1). */
@Word
final class LoadedImage {
    private static final int DEVICE_HANDLE = 24;

    private final Address base;

    private LoadedImage(Address base) {
        this.base = base;
    }

    /** The record of an image. */
    static LoadedImage of(long imageHandle, BootServices services) {
        Address base = services.protocol(imageHandle, Guid.LOADED_IMAGE);
        if (base.isZero()) {
            throw new BootFailure("the firmware does not say where it started the loader from");
        }
        return new LoadedImage(base);
    }

    /** Handle of the device that the image was loaded from. */
    long deviceHandle() {
        return base.loadLong(DEVICE_HANDLE);
    }
}
