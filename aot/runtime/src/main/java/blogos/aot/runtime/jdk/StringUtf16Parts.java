package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.lang.StringUTF16}. */
@Replace("java.lang.StringUTF16")
final class StringUtf16Parts {
    private StringUtf16Parts() {}

    @Replace
    private static boolean isBigEndian() {
        return false;
    }
}
