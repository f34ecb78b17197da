package blogos.aot.runtime.jdk;

import java.util.HashMap;
import java.util.Map;

/** The interned strings. */
final class StringTable {
    private static final Map<String, String> TABLE = new HashMap<>();

    private StringTable() {}

    static String intern(String text) {
        String first = TABLE.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
