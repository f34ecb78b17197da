package blogos.aot.runtime;

/** Tells the classes of {@code java.base} from those of the program by name. */
public final class JdkNames {
    private JdkNames() {}

    /** Whether a binary class name belongs to {@code java.base}. */
    public static boolean isJdkClass(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.");
    }

    /** Whether a binary class name belongs to {@code java.base} or to the runtime, of which plug-ins may have parts. */
    static boolean isLibraryClass(String name) {
        return isJdkClass(name) || name.startsWith("blogos.aot.");
    }
}
