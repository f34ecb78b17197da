package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/**
 * Parts of {@code jdk.internal.math.FDBigInteger}: it is never printed, and printing would bring BigInteger with it.
 */
@Replace("jdk.internal.math.FDBigInteger")
class FdBigIntegerParts {
    @Replace
    @Override
    public String toString() {
        return null;
    }
}
