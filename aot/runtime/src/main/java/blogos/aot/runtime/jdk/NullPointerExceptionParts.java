package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/**
 * Parts of {@code java.lang.NullPointerException}: no message is derived from the bytecode, which an image does not
 * have.
 */
@Replace("java.lang.NullPointerException")
final class NullPointerExceptionParts {
    private NullPointerExceptionParts() {}

    @Replace
    private String getExtendedNPEMessage() {
        return null;
    }
}
