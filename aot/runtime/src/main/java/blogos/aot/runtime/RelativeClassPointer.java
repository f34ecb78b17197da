package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Replace;
import blogos.aot.api.Symbol;

/** {@link ClassPointer} of images that the firmware loads anywhere: the distance from the image's first byte. */
@Replace(value = "blogos.aot.runtime.ClassPointer", targets = "uefi")
final class RelativeClassPointer {
    private RelativeClassPointer() {}

    @Replace
    static int encode(Class<?> c) {
        return (int) Address.ofObject(c).distanceFrom(imageStart());
    }

    @Replace
    static Address decode(int pointer) {
        return imageStart().plus(pointer & 0xffff_ffffL);
    }

    @Symbol("__image_start")
    static native Address imageStart();
}
