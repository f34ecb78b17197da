package blogos.aot.compiler.ir;

import org.objectweb.asm.Opcodes;

/** Emits the instructions that compute on primitives, with Java's rules. */
final class ArithmeticEmitter {
    private final MethodContext c;

    ArithmeticEmitter(MethodContext context) {
        this.c = context;
    }

    /** Emits an instruction without operands if it is arithmetic; answers whether it was. */
    boolean emit(int opcode) {
        switch (opcode) {
            case Opcodes.IADD, Opcodes.LADD -> binary("add");
            case Opcodes.ISUB, Opcodes.LSUB -> binary("sub");
            case Opcodes.IMUL, Opcodes.LMUL -> binary("mul");
            case Opcodes.IDIV, Opcodes.LDIV -> divide("sdiv");
            case Opcodes.IREM, Opcodes.LREM -> divide("srem");
            case Opcodes.IAND, Opcodes.LAND -> binary("and");
            case Opcodes.IOR, Opcodes.LOR -> binary("or");
            case Opcodes.IXOR, Opcodes.LXOR -> binary("xor");
            case Opcodes.FADD, Opcodes.DADD -> binary("fadd");
            case Opcodes.FSUB, Opcodes.DSUB -> binary("fsub");
            case Opcodes.FMUL, Opcodes.DMUL -> binary("fmul");
            case Opcodes.FDIV, Opcodes.DDIV -> binary("fdiv");
            case Opcodes.FREM, Opcodes.DREM -> remainder();
            case Opcodes.ISHL, Opcodes.LSHL -> shift("shl");
            case Opcodes.ISHR, Opcodes.LSHR -> shift("ashr");
            case Opcodes.IUSHR, Opcodes.LUSHR -> shift("lshr");
            case Opcodes.INEG, Opcodes.LNEG -> negate();
            case Opcodes.FNEG, Opcodes.DNEG -> {
                Value value = c.state.pop();
                push(value, c.code.value("fneg " + value.typed()));
            }
            case Opcodes.LCMP -> compareLongs();
            case Opcodes.FCMPL, Opcodes.DCMPL -> compareFloats("ogt", "1", "-1");
            case Opcodes.FCMPG, Opcodes.DCMPG -> compareFloats("olt", "-1", "1");
            default -> {
                return convert(opcode);
            }
        }
        return true;
    }

    private void push(Value like, String operand) {
        c.state.push(like.withOperand(operand));
    }

    private void binary(String operation) {
        Value right = c.state.pop();
        Value left = c.state.pop();
        push(left, c.code.value(operation + " " + left.typed() + ", " + right.operand));
    }

    /** Division and remainder: zero throws; the quotient of MIN and -1 is MIN, its remainder 0 (JLS 15.17.2, 15.17.3). */
    private void divide(String operation) {
        Value right = c.state.pop();
        Value left = c.state.pop();
        if (isSafeDivisor(right.operand)) {
            push(left, c.code.value(operation + " " + left.typed() + ", " + right.operand));
            return;
        }
        String isZero = c.code.value("icmp eq " + right.typed() + ", 0");
        String ok = c.code.block();
        c.code.branchUnlikely(isZero, c.code.throwingBlock(c.runtime.get("Throw.arithmetic"), ""), ok);
        c.code.begin(ok);
        String minusOne = c.code.value("icmp eq " + right.typed() + ", -1");
        String safe = c.code.value("select i1 " + minusOne + ", " + left.type + " 1, " + right.typed());
        String result = c.code.value(operation + " " + left.typed() + ", " + safe);
        if (operation.equals("sdiv")) {
            String negated = c.code.value("sub " + left.type + " 0, " + left.operand);
            result = c.code.value("select i1 " + minusOne + ", " + left.type + " " + negated + ", " + left.type + " " + result);
        }
        push(left, result);
    }

    private static boolean isSafeDivisor(String operand) {
        return Character.isDigit(operand.charAt(0)) && !operand.equals("0");
    }

    private void remainder() {
        Value right = c.state.pop();
        Value left = c.state.pop();
        String kind = left.kind == Value.Kind.DOUBLE ? "D" : "F";
        String callee = c.module.function(c.runtime.get("Arithmetic.remainder", "(" + kind + kind + ")" + kind));
        push(left, c.code.call(left.type, callee, left.typed() + ", " + right.typed()));
    }

    private void shift(String operation) {
        Value distance = c.state.pop();
        Value value = c.state.pop();
        String masked;
        if (value.kind == Value.Kind.LONG) {
            masked = c.code.value("zext i32 " + c.code.value("and i32 " + distance.operand + ", 63") + " to i64");
        } else {
            masked = c.code.value("and i32 " + distance.operand + ", 31");
        }
        push(value, c.code.value(operation + " " + value.typed() + ", " + masked));
    }

    private void negate() {
        Value value = c.state.pop();
        push(value, c.code.value("sub " + value.type + " 0, " + value.operand));
    }

    private void compareLongs() {
        Value right = c.state.pop();
        Value left = c.state.pop();
        String less = c.code.value("icmp slt i64 " + left.operand + ", " + right.operand);
        String greater = c.code.value("icmp sgt i64 " + left.operand + ", " + right.operand);
        String upper = c.code.value("zext i1 " + greater + " to i32");
        c.state.push(Value.ofInt(c.code.value("select i1 " + less + ", i32 -1, i32 " + upper)));
    }

    /** {@code first} when the ordered comparison holds, 0 when equal, {@code otherwise} (NaN included) when neither. */
    private void compareFloats(String comparison, String first, String otherwise) {
        Value right = c.state.pop();
        Value left = c.state.pop();
        String operands = " " + left.typed() + ", " + right.operand;
        String holds = c.code.value("fcmp " + comparison + operands);
        String equal = c.code.value("fcmp oeq" + operands);
        String rest = c.code.value("select i1 " + equal + ", i32 0, i32 " + otherwise);
        c.state.push(Value.ofInt(c.code.value("select i1 " + holds + ", i32 " + first + ", i32 " + rest)));
    }

    private boolean convert(int opcode) {
        switch (opcode) {
            case Opcodes.I2L -> c.state.push(Value.ofLong(cast("sext", "i64")));
            case Opcodes.L2I -> c.state.push(Value.ofInt(cast("trunc", "i32")));
            case Opcodes.I2F, Opcodes.L2F -> c.state.push(Value.ofFloat(cast("sitofp", "float")));
            case Opcodes.I2D, Opcodes.L2D -> c.state.push(Value.ofDouble(cast("sitofp", "double")));
            case Opcodes.F2D -> c.state.push(Value.ofDouble(cast("fpext", "double")));
            case Opcodes.D2F -> c.state.push(Value.ofFloat(cast("fptrunc", "float")));
            case Opcodes.F2I, Opcodes.D2I -> c.state.push(Value.ofInt(saturate("i32")));
            case Opcodes.F2L, Opcodes.D2L -> c.state.push(Value.ofLong(saturate("i64")));
            case Opcodes.I2B -> c.state.push(Value.ofInt(narrow("i8", "sext")));
            case Opcodes.I2S -> c.state.push(Value.ofInt(narrow("i16", "sext")));
            case Opcodes.I2C -> c.state.push(Value.ofInt(narrow("i16", "zext")));
            default -> {
                return false;
            }
        }
        return true;
    }

    private String cast(String operation, String to) {
        return c.code.value(operation + " " + c.state.pop().typed() + " to " + to);
    }

    private String narrow(String type, String extension) {
        String small = cast("trunc", type);
        return c.code.value(extension + " " + type + " " + small + " to i32");
    }

    /** NaN becomes 0, what is out of range the nearest end of it (JLS 5.1.3). */
    private String saturate(String to) {
        Value value = c.state.pop();
        String suffix = value.type.equals("float") ? "f32" : "f64";
        String name = c.module.intrinsic("llvm.fptosi.sat." + to + "." + suffix, to, value.type);
        return c.code.value("call " + to + " " + name + "(" + value.typed() + ")");
    }
}
