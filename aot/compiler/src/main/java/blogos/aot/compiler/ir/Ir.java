package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassPool;
import java.nio.charset.StandardCharsets;
import org.objectweb.asm.Type;

/** Spelling of LLVM IR: types, names and constants. */
final class Ir {
    private Ir() {}

    /** Type of a value on the operand stack, of a parameter or result. */
    static String valueType(ClassPool pool, Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> "void";
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> "i32";
            case Type.LONG -> "i64";
            case Type.FLOAT -> "float";
            case Type.DOUBLE -> "double";
            case Type.ARRAY -> "ptr";
            default -> pool.isWord(type.getInternalName())
                    ? valueType(pool, pool.get(type.getInternalName()).wordType())
                    : "ptr";
        };
    }

    /** Type of a field or array element in memory. */
    static String storageType(ClassPool pool, Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE -> "i8";
            case Type.CHAR, Type.SHORT -> "i16";
            case Type.OBJECT -> pool.isWord(type.getInternalName())
                    ? storageType(pool, pool.get(type.getInternalName()).wordType())
                    : "ptr";
            default -> valueType(pool, type);
        };
    }

    /** A global name. */
    static String global(String symbol) {
        return "@" + quote(symbol);
    }

    /** A quoted string with LLVM's escapes. */
    static String quote(String text) {
        return '"' + escape(text.getBytes(StandardCharsets.UTF_8)) + '"';
    }

    /** Bytes as the inside of an LLVM string. */
    static String escape(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            if (b >= ' ' && b < 127 && b != '"' && b != '\\') {
                out.append((char) b);
            } else {
                out.append('\\').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return out.toString();
    }

    /** A float constant: LLVM writes it as the bits of the double of the same value. */
    static String constant(float value) {
        return constant((double) value, Float.floatToRawIntBits(value));
    }

    private static String constant(double widened, int floatBits) {
        if (Float.isNaN(Float.intBitsToFloat(floatBits))) {
            return "0x7FF8000000000000";
        }
        return constant(widened);
    }

    /** A double constant. */
    static String constant(double value) {
        return String.format("0x%016X", Double.doubleToRawLongBits(value));
    }
}
