package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code jdk.internal.misc.CDS}: there is no archive of classes. */
@Replace("jdk.internal.misc.CDS")
final class CdsParts {
    private CdsParts() {}

    @Replace
    public static boolean isDumpingClassList() {
        return false;
    }

    @Replace
    public static boolean isDumpingArchive() {
        return false;
    }

    @Replace
    public static boolean isSharingEnabled() {
        return false;
    }

    @Replace
    public static void initializeFromArchive(Class<?> c) {}

    /**
     * Decides the order of {@code Set.of} and {@code Map.of}. A constant instead of the time, so that they can be made
     * when an image is compiled.
     */
    @Replace
    public static long getRandomSeedForDumping() {
        return 1;
    }
}
