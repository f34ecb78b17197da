package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Address;
import blogos.aot.api.Replace;
import blogos.aot.runtime.ArrayCopy;
import blogos.aot.runtime.Heap;
import blogos.aot.runtime.Platform;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Parts of {@code java.lang.System}. Its class initialiser and start-up phases do not run; {@link #openStandardStreams}
 * sets the streams.
 */
@Replace("java.lang.System")
public final class SystemParts {
    private static InputStream in;
    private static PrintStream out;
    private static PrintStream err;

    private SystemParts() {}

    /** Sets the three streams. */
    @Add
    public static void openStandardStreams() {
        in = new StandardInput();
        out = new PrintStream(new StandardOutput(Platform.STDOUT), true);
        err = new PrintStream(new StandardOutput(Platform.STDERR), true);
    }

    @Replace
    private static void setIn0(InputStream stream) {
        in = stream;
    }

    @Replace
    private static void setOut0(PrintStream stream) {
        out = stream;
    }

    @Replace
    private static void setErr0(PrintStream stream) {
        err = stream;
    }

    @Replace
    private static void checkIO() {}

    @Replace
    @SuppressWarnings("removal")
    public static SecurityManager getSecurityManager() {
        return null;
    }

    @Replace
    public static long currentTimeMillis() {
        return Platform.currentTimeMillis();
    }

    @Replace
    public static long nanoTime() {
        return Platform.nanoTime();
    }

    @Replace
    public static void arraycopy(Object source, int from, Object target, int to, int length) {
        ArrayCopy.copy(source, from, target, to, length);
    }

    /** The object's address, spread over 31 bits: objects never move. */
    @Replace
    public static int identityHashCode(Object object) {
        return object == null ? 0 : (int) ((Address.ofObject(object).toLong() >>> 3) * 0x9e37_79b9_7f4a_7c15L >>> 33);
    }

    @Replace
    public static String lineSeparator() {
        return "\n";
    }

    @Replace
    public static String getProperty(String key) {
        return SystemProperties.get(key);
    }

    @Replace
    public static String getProperty(String key, String otherwise) {
        String value = SystemProperties.get(key);
        return value == null ? otherwise : value;
    }

    @Replace
    public static String setProperty(String key, String value) {
        return SystemProperties.set(key, value);
    }

    @Replace
    public static String clearProperty(String key) {
        return SystemProperties.remove(key);
    }

    @Replace
    public static String getenv(String name) {
        return Platform.environment(name);
    }

    @Replace
    public static void exit(int status) {
        if (ExitHooks.instance != null) {
            ExitHooks.instance.run();
        }
        if (out != null) {
            out.flush();
            err.flush();
        }
        Platform.exit(status);
    }

    @Replace
    public static void gc() {
        Heap.collect();
    }
}
