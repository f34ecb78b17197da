package blogos.aot.compiler.desugar;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Emits the conversions of LambdaMetafactory: casts, boxing, unboxing and primitive widening. */
final class Adapter {
    private Adapter() {}

    /** Converts the value on top of the stack. */
    static void convert(InsnList code, Type from, Type to) {
        boolean fromPrimitive = from.getSort() < Type.ARRAY;
        boolean toPrimitive = to.getSort() < Type.ARRAY;
        if (from.equals(to) || to.getSort() == Type.VOID && from.getSort() == Type.VOID) {
            return;
        }
        if (to.getSort() == Type.VOID) {
            code.add(new InsnNode(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
        } else if (fromPrimitive && toPrimitive) {
            widen(code, from, to);
        } else if (fromPrimitive) {
            box(code, from);
        } else if (toPrimitive) {
            unbox(code, from, to);
        } else if (!to.getInternalName().equals("java/lang/Object")) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, to.getInternalName()));
        }
    }

    static void box(InsnList code, Type primitive) {
        String wrapper = wrapperOf(primitive);
        String descriptor = "(" + primitive.getDescriptor() + ")L" + wrapper + ";";
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, wrapper, "valueOf", descriptor, false));
    }

    private static void unbox(InsnList code, Type from, Type to) {
        Type own = primitiveOf(from.getInternalName());
        Type primitive = own != null ? own : to;
        String wrapper = wrapperOf(primitive);
        if (own == null) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, wrapper));
        }
        code.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, wrapper, primitive.getClassName() + "Value", "()" + primitive.getDescriptor(), false));
        widen(code, primitive, to);
    }

    private static void widen(InsnList code, Type from, Type to) {
        int opcode = switch (kind(from) + kind(to)) {
            case "IJ" -> Opcodes.I2L;
            case "IF" -> Opcodes.I2F;
            case "ID" -> Opcodes.I2D;
            case "JF" -> Opcodes.L2F;
            case "JD" -> Opcodes.L2D;
            case "FD" -> Opcodes.F2D;
            default -> Opcodes.NOP;
        };
        if (opcode != Opcodes.NOP) {
            code.add(new InsnNode(opcode));
        }
    }

    private static String kind(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> "J";
            case Type.FLOAT -> "F";
            case Type.DOUBLE -> "D";
            default -> "I";
        };
    }

    static String wrapperOf(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.BYTE -> "java/lang/Byte";
            case Type.CHAR -> "java/lang/Character";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalArgumentException(primitive.toString());
        };
    }

    private static Type primitiveOf(String wrapper) {
        return switch (wrapper) {
            case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
            case "java/lang/Byte" -> Type.BYTE_TYPE;
            case "java/lang/Character" -> Type.CHAR_TYPE;
            case "java/lang/Short" -> Type.SHORT_TYPE;
            case "java/lang/Integer" -> Type.INT_TYPE;
            case "java/lang/Long" -> Type.LONG_TYPE;
            case "java/lang/Float" -> Type.FLOAT_TYPE;
            case "java/lang/Double" -> Type.DOUBLE_TYPE;
            default -> null;
        };
    }
}
