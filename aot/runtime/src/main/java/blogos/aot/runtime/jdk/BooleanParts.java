package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.lang.Boolean}. */
@Replace("java.lang.Boolean")
final class BooleanParts {
    private BooleanParts() {}

    /** Library code asks with it for switches that an image does not have. */
    @Replace
    public static boolean getBoolean(String property) {
        return false;
    }
}
