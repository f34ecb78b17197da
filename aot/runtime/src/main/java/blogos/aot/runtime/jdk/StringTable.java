package blogos.aot.runtime.jdk;

import blogos.aot.api.Address;
import blogos.aot.api.Symbol;
import java.util.HashMap;
import java.util.Map;

/** The interned strings: the literals of the image, which lie one behind the other, and what was added to them. */
public final class StringTable {
    private static final Map<String, String> TABLE = new HashMap<>();

    private StringTable() {}

    static {
        long size = JavaClass.of(String.class).instanceSize;
        for (Address at = literalsStart(); at.isBelow(literalsEnd()); at = at.plus(size)) {
            String literal = (String) at.toObject();
            TABLE.put(literal, literal);
        }
    }

    @Symbol("__literals_start")
    private static native Address literalsStart();

    @Symbol("__literals_end")
    private static native Address literalsEnd();

    /** The interned string that equals a literal of a plug-in: a copy if there was none, since the plug-in may go. */
    public static String internCopy(String literal) {
        String first = TABLE.get(literal);
        if (first == null) {
            first = new String(literal.toCharArray());
            TABLE.put(first, first);
        }
        return first;
    }

    static String intern(String text) {
        String first = TABLE.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
