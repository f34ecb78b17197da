package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** String and class literals: one object each for all initialisers, as in the image. */
final class Literals {
    /** The class of string literals. */
    static final String STRING = "java/lang/String";
    private static final int CODER_UTF16 = 1;

    private final ClassPool pool;
    private final Map<String, Instance> strings = new HashMap<>();
    private final Map<String, ClassObject> classes = new HashMap<>();

    Literals(ClassPool pool) {
        this.pool = pool;
    }

    ClassObject classObject(String name) {
        return classes.computeIfAbsent(name, ClassObject::new);
    }

    Instance string(String text) {
        return strings.computeIfAbsent(text, this::make);
    }

    private Instance make(String text) {
        ClassInfo info = pool.get(STRING);
        Instance string = new Instance(info, text);
        boolean latin1 = text.chars().allMatch(c -> c < 256);
        for (FieldInfo field : info.fields()) {
            if (field.isStatic()) {
                continue;
            }
            switch (field.name()) {
                case "value" -> string.fields().put(field, ArrayObject.ofLiteral(text, bytes(text, latin1)));
                case "coder" -> string.fields().put(field, latin1 ? 0 : CODER_UTF16);
                case "hash" -> string.fields().put(field, text.hashCode());
                case "hashIsZero" -> string.fields().put(field, text.hashCode() == 0 ? 1 : 0);
                default -> { }
            }
        }
        return string;
    }

    private static byte[] bytes(String text, boolean latin1) {
        if (latin1) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }
}
