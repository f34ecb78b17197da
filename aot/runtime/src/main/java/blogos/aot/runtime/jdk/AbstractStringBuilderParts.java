package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Replace;
import java.util.Arrays;

/** Parts of {@code java.lang.AbstractStringBuilder}: what every append does is small enough to be inlined, the rest is apart. */
@Replace("java.lang.AbstractStringBuilder")
abstract class AbstractStringBuilderParts {
    private byte[] value;
    private byte coder;

    private native int newCapacity(int minimumCapacity);

    private native void inflate();

    /** The string has been looked into before: it is not null. */
    @Replace
    private void putStringAt(int index, String string) {
        StringParts s = (StringParts) (Object) string;
        if (coder == s.coder) {
            System.arraycopy(s.value, 0, value, index << coder, s.value.length);
        } else {
            putOtherCoder(index, string);
        }
    }

    @Add
    private void putOtherCoder(int index, String string) {
        if (coder == 0) {
            inflate();
        }
        ((StringParts) (Object) string).getBytes(value, index, coder);
    }

    @Replace
    private void ensureCapacityInternal(int minimumCapacity) {
        if (minimumCapacity - (value.length >> coder) > 0) {
            grow(minimumCapacity);
        }
    }

    @Add
    private void grow(int minimumCapacity) {
        value = Arrays.copyOf(value, newCapacity(minimumCapacity) << coder);
    }
}
