package blogos.aot.runtime.jdk;

import java.util.HashMap;
import java.util.Map;

/**
 * The system properties of images: those that the Java platform demands and that make sense, and what the program sets.
 */
final class SystemProperties {
    private static final Map<String, String> TABLE = defaults();

    private SystemProperties() {}

    private static Map<String, String> defaults() {
        Map<String, String> table = new HashMap<>();
        table.put("java.version", "17");
        table.put("java.specification.version", "17");
        table.put("java.vendor", "blog_os");
        table.put("os.name", "blog_os");
        table.put("os.arch", "amd64");
        table.put("file.separator", "/");
        table.put("path.separator", ":");
        table.put("line.separator", "\n");
        table.put("file.encoding", "UTF-8");
        table.put("native.encoding", "UTF-8");
        table.put("java.io.tmpdir", "/tmp");
        table.put("user.dir", "/");
        table.put("user.home", "/");
        return table;
    }

    static String get(String key) {
        return TABLE.get(checked(key));
    }

    static String set(String key, String value) {
        if (value == null) {
            throw new NullPointerException();
        }
        return TABLE.put(checked(key), value);
    }

    static String remove(String key) {
        return TABLE.remove(checked(key));
    }

    private static String checked(String key) {
        if (key == null) {
            throw new NullPointerException("key can't be null");
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key can't be empty");
        }
        return key;
    }
}
