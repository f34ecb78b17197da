package blogos.aot.compiler.ir;

import org.objectweb.asm.tree.AbstractInsnNode;

/** A value of the abstract interpretation: what its type is, and the LLVM operand that holds it. */
final class Value {
    /** What a value is. */
    enum Kind {
        /** boolean, byte, char, short, int. */
        INT,
        /** long. */
        LONG,
        /** float. */
        FLOAT,
        /** double. */
        DOUBLE,
        /** An object reference, an uninitialised one included. */
        REFERENCE,
        /** The constant null. */
        NULL,
        /** A word type. */
        WORD,
        /** A word type between {@code new} and its constructor. */
        UNINITIALIZED_WORD
    }

    final Kind kind;
    /** LLVM type. */
    final String type;
    /** LLVM operand. */
    final String operand;
    /** Internal name or array descriptor of the static type; null where unknown or primitive. */
    final String className;
    /** For an uninitialised word: the NEW instruction. */
    final AbstractInsnNode origin;
    /** A compile-time constant (String, Type for a class literal, HeapObject for one that an initialiser made) that intrinsics may ask for, or null. */
    final Object constant;

    private Value(Kind kind, String type, String operand, String className, AbstractInsnNode origin, Object constant) {
        this.kind = kind;
        this.type = type;
        this.operand = operand;
        this.className = className;
        this.origin = origin;
        this.constant = constant;
    }

    static Value ofInt(String operand) {
        return new Value(Kind.INT, "i32", operand, null, null, null);
    }

    static Value ofLong(String operand) {
        return new Value(Kind.LONG, "i64", operand, null, null, null);
    }

    static Value ofFloat(String operand) {
        return new Value(Kind.FLOAT, "float", operand, null, null, null);
    }

    static Value ofDouble(String operand) {
        return new Value(Kind.DOUBLE, "double", operand, null, null, null);
    }

    static Value ofReference(String className, String operand) {
        return new Value(Kind.REFERENCE, "ptr", operand, className, null, null);
    }

    static Value ofConstant(String className, String operand, Object constant) {
        return new Value(Kind.REFERENCE, "ptr", operand, className, null, constant);
    }

    static Value ofNull() {
        return new Value(Kind.NULL, "ptr", "null", null, null, null);
    }

    static Value ofWord(String className, String type, String operand) {
        return new Value(Kind.WORD, type, operand, className, null, null);
    }

    static Value uninitializedWord(String className, String type, AbstractInsnNode origin) {
        return new Value(Kind.UNINITIALIZED_WORD, type, "undef", className, origin, null);
    }

    Value withOperand(String newOperand) {
        return new Value(kind, type, newOperand, className, origin, constant);
    }

    /** Whether it takes two slots of the operand stack and of the locals. */
    boolean isWide() {
        return kind == Kind.LONG || kind == Kind.DOUBLE;
    }

    boolean isWord() {
        return kind == Kind.WORD || kind == Kind.UNINITIALIZED_WORD;
    }

    /** Type and operand, as LLVM writes an argument. */
    String typed() {
        return type + " " + operand;
    }
}
