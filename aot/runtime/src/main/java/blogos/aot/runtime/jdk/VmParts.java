package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code jdk.internal.misc.VM}: an image has booted, and has neither saved properties nor class loaders. */
@Replace("jdk.internal.misc.VM")
final class VmParts {
    private VmParts() {}

    @Replace
    public static boolean isBooted() {
        return true;
    }

    @Replace
    public static boolean isModuleSystemInited() {
        return true;
    }

    @Replace
    public static boolean isSystemDomainLoader(ClassLoader loader) {
        return true;
    }

    @Replace
    public static String getSavedProperty(String key) {
        return null;
    }

    /** Nanoseconds of the current time past a second since 1970, or -1 if that second is too far away. */
    @Replace
    public static long getNanoTimeAdjustment(long second) {
        long millis = System.currentTimeMillis();
        long seconds = Math.floorDiv(millis, 1000) - second;
        return Math.abs(seconds) > 1L << 32 ? -1 : seconds * 1_000_000_000 + Math.floorMod(millis, 1000) * 1_000_000L;
    }

    @Replace
    private static void initialize() {}
}
