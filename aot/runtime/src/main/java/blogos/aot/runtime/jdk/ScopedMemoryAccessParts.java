package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code jdk.internal.misc.ScopedMemoryAccess}, through which {@code java.nio} reaches memory. */
@Replace("jdk.internal.misc.ScopedMemoryAccess")
final class ScopedMemoryAccessParts {
    private ScopedMemoryAccessParts() {}

    @Replace
    private static void registerNatives() {}
}
