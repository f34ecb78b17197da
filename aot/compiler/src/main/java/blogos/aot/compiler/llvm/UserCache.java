package blogos.aot.compiler.llvm;

import java.nio.file.Path;

/** Where the compiler keeps what it can make again: compiled objects and extracted programs. */
public final class UserCache {
    /** System property that names the cache directory. */
    public static final String PROPERTY = "blogos.cache";

    private UserCache() {
    }

    /**
     * The cache directory: the system property {@value #PROPERTY} if set, else {@code blog_os} in the user's cache
     * directory as the XDG Base Directory Specification 0.8 defines it. It need not exist.
     */
    public static Path directory() {
        String override = System.getProperty(PROPERTY);
        if (override != null && !override.isEmpty()) {
            return Path.of(override).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        // The specification says: a relative path is invalid and ignored.
        boolean usable = xdg != null && xdg.startsWith("/");
        Path base = usable ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("blog_os");
    }
}
