package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.ArrayMemory;

/** Parts of {@code java.lang.StringUTF16}. A character is one access to memory, and one check of the index. */
@Replace("java.lang.StringUTF16")
final class StringUtf16Parts {
    private StringUtf16Parts() {}

    @Replace
    private static boolean isBigEndian() {
        return false;
    }

    @Replace
    static char getChar(byte[] value, int index) {
        int last = 2 * index + 1;
        if (Integer.compareUnsigned(last, value.length) >= 0) {
            throw new ArrayIndexOutOfBoundsException(last);
        }
        return (char) ArrayMemory.of(value, 2 * index).loadShort();
    }

    @Replace
    static void putChar(byte[] value, int index, int c) {
        int last = 2 * index + 1;
        if (Integer.compareUnsigned(last, value.length) >= 0) {
            throw new ArrayIndexOutOfBoundsException(last);
        }
        ArrayMemory.of(value, 2 * index).storeShort((short) c);
    }
}
