package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code jdk.internal.util.random.RandomSupport}: seeds come from the clocks. */
@Replace("jdk.internal.util.random.RandomSupport")
final class RandomSupportParts {
    private RandomSupportParts() {}

    @Replace
    private static boolean secureRandomSeedRequested() {
        return false;
    }
}
