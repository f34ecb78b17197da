package blogos.aot.compiler.ir;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** Objects that exist in the image's data: string literals and other constants of one module. */
final class Constants {
    private static final String STRING = "java/lang/String";
    private static final String STRING_SYMBOL = "string:";
    private static final String VALUE_SYMBOL = ":value";
    private static final String SLOT_SYMBOL = "literal:";
    private static final int CODER_UTF16 = 1;
    /** Section of the string literals, which the runtime walks to intern them. */
    private static final String LITERALS = "jliterals";

    private final ModuleBuilder module;

    Constants(ModuleBuilder module) {
        this.module = module;
    }

    /** The 32-bit class pointer of a class structure, as an LLVM constant of type i32. */
    String classPointer(String structure) {
        String bits = "ptrtoint (ptr " + structure + " to i64)";
        // A plug-in is linked at 0, so its addresses are small numbers until it is loaded.
        if (module.target.classPointer() == Target.ClassPointer.SIGN_EXTENDED && !module.world.isPlugin()) {
            bits = "add (i64 " + bits + ", i64 4294967296)";
        }
        return "trunc (i64 " + bits + " to i32)";
    }

    /** The literal, one object in the whole image, as an operand. */
    String string(String text) {
        String symbol = STRING_SYMBOL + digest(text);
        if (!module.define(symbol)) {
            return Ir.global(symbol);
        }
        boolean latin1 = text.chars().allMatch(c -> c < 256);
        byte[] bytes = latin1 ? text.getBytes(StandardCharsets.ISO_8859_1) : utf16(text);
        String array = symbol + VALUE_SYMBOL;
        module.define(array);
        shared(array, "<{ i32 " + classPointer(module.classStructure("[B")) + ", i32 0, i32 " + bytes.length + ", i32 0, ["
                + bytes.length + " x i8] c\"" + Ir.escape(bytes) + "\" }>", "");
        ClassInfo info = module.pool.get(STRING);
        Map<FieldInfo, String> fields = new TreeMap<>((a, b) -> Integer.compare(a.offset(), b.offset()));
        for (FieldInfo field : info.fields()) {
            if (field.isStatic()) {
                continue;
            }
            switch (field.name()) {
                case "value" -> fields.put(field, Ir.global(array));
                case "coder" -> fields.put(field, latin1 ? "0" : String.valueOf(CODER_UTF16));
                case "hash" -> fields.put(field, String.valueOf(text.hashCode()));
                case "hashIsZero" -> fields.put(field, text.hashCode() == 0 ? "1" : "0");
                default -> { }
            }
        }
        shared(symbol, object(info, fields), ", section \"" + LITERALS + "\"");
        return Ir.global(symbol);
    }

    /**
     * The literal as an operand in code. That of a plug-in is made when it is loaded, unless there is an equal one, and
     * lies behind a slot that is filled then.
     */
    String loaded(FunctionBuilder code, String text) {
        String literal = string(text);
        if (!module.world.isPlugin()) {
            return literal;
        }
        String slot = SLOT_SYMBOL + digest(text);
        if (module.define(slot)) {
            module.global("$" + Ir.quote(slot) + " = comdat any");
            module.global(Ir.global(slot) + " = linkonce_odr hidden global ptr " + literal + ", section \"jrefs\", comdat, align 8");
        }
        return code.value("load ptr, ptr " + Ir.global(slot) + ", align 8, !invariant.load !" + module.debug.node("!{}"));
    }

    /** The array of bytes of a literal, as an operand. */
    String stringValue(String text) {
        string(text);
        return Ir.global(STRING_SYMBOL + digest(text) + VALUE_SYMBOL);
    }

    /** The characters in little-endian order; unpaired surrogates, legal in literals, stay as they are. */
    private static byte[] utf16(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }

    private void shared(String symbol, String initializer, String section) {
        module.global("$" + Ir.quote(symbol) + " = comdat any");
        module.global(Ir.global(symbol) + " = linkonce_odr hidden global " + typeOf(initializer) + " " + initializer
                + section + ", comdat, align 8");
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf16(text));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The initialiser of an object of a class: header, then the given fields (LLVM operands without type), all others zero. */
    String object(ClassInfo info, Map<FieldInfo, String> fields) {
        StringBuilder text = new StringBuilder("<{ i32 ").append(classPointer(module.classStructure(info))).append(", i32 0");
        int end = appendFields(text, fields, ClassInfo.HEADER_SIZE);
        pad(text, info.instanceSize() - end);
        return text.append(" }>").toString();
    }

    /** Appends fields in order of their offsets, with padding; answers the offset after the last one. */
    int appendFields(StringBuilder text, Map<FieldInfo, String> fields, int start) {
        int end = start;
        for (Map.Entry<FieldInfo, String> entry : fields.entrySet()) {
            FieldInfo field = entry.getKey();
            pad(text, field.offset() - end);
            text.append(", ").append(Ir.storageType(module.pool, Type.getType(field.descriptor())));
            text.append(' ').append(entry.getValue());
            end = field.offset() + module.pool.fieldSize(field.descriptor());
        }
        return end;
    }

    static void pad(StringBuilder text, int bytes) {
        if (bytes > 0) {
            text.append(", [").append(bytes).append(" x i8] zeroinitializer");
        }
    }

    /** The type of a packed structure initialiser, read off its text: the text with operands dropped. */
    static String typeOf(String initializer) {
        StringBuilder type = new StringBuilder("<{ ");
        String separator = "";
        for (String element : Elements.split(initializer.substring(3, initializer.length() - 3))) {
            type.append(separator).append(Elements.type(element));
            separator = ", ";
        }
        return type.append(" }>").toString();
    }
}
