package blogos.aot.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/** Takes LLVM aggregate initialisers apart. */
final class Elements {
    private Elements() {}

    /** Splits at commas outside of brackets and strings. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '(' || c == '[' || c == '{' || c == '<') {
                    depth++;
                } else if (c == ')' || c == ']' || c == '}' || c == '>') {
                    depth--;
                } else if (c == ',' && depth == 0) {
                    parts.add(text.substring(start, i).strip());
                    start = i + 1;
                }
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** The type of a typed constant: its first word, or its bracketed array type. */
    static String type(String element) {
        int end = element.startsWith("[") ? element.indexOf(']') + 1 : element.indexOf(' ');
        return element.substring(0, end);
    }
}
