package blogos.aot.compiler.initialize;

import org.objectweb.asm.Opcodes;

/** Arithmetic of the operand stack. */
final class Operations {
    private Operations() {}

    /** Carries out an instruction that replaces its operands by a result; answers whether the instruction was one. */
    static boolean execute(int opcode, Frame frame) {
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.DREM || opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR
                || opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG) {
            Object right = frame.pop();
            frame.push(binary(opcode, frame.pop(), right));
            return true;
        }
        if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
            frame.push(unary(opcode, frame.pop()));
            return true;
        }
        return false;
    }

    private static Object binary(int opcode, Object left, Object right) {
        if (left instanceof Integer a) {
            return ofInts(opcode, a, (Integer) right);
        }
        if (left instanceof Long a) {
            return right instanceof Integer distance ? shift(opcode, a, distance) : ofLongs(opcode, a, (Long) right);
        }
        if (left instanceof Float a) {
            return ofFloats(opcode, a, (Float) right);
        }
        return ofDoubles(opcode, (Double) left, (Double) right);
    }

    private static Object ofInts(int opcode, int a, int b) {
        return switch (opcode) {
            case Opcodes.IADD -> a + b;
            case Opcodes.ISUB -> a - b;
            case Opcodes.IMUL -> a * b;
            case Opcodes.IDIV -> a / nonZero(b);
            case Opcodes.IREM -> a % nonZero(b);
            case Opcodes.ISHL -> a << b;
            case Opcodes.ISHR -> a >> b;
            case Opcodes.IUSHR -> a >>> b;
            case Opcodes.IAND -> a & b;
            case Opcodes.IOR -> a | b;
            case Opcodes.IXOR -> a ^ b;
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    private static Object ofLongs(int opcode, long a, long b) {
        return switch (opcode) {
            case Opcodes.LADD -> a + b;
            case Opcodes.LSUB -> a - b;
            case Opcodes.LMUL -> a * b;
            case Opcodes.LDIV -> a / nonZero(b);
            case Opcodes.LREM -> a % nonZero(b);
            case Opcodes.LAND -> a & b;
            case Opcodes.LOR -> a | b;
            case Opcodes.LXOR -> a ^ b;
            case Opcodes.LCMP -> Long.compare(a, b);
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    private static Object shift(int opcode, long a, int distance) {
        return switch (opcode) {
            case Opcodes.LSHL -> a << distance;
            case Opcodes.LSHR -> a >> distance;
            default -> a >>> distance;
        };
    }

    private static Object ofFloats(int opcode, float a, float b) {
        return switch (opcode) {
            case Opcodes.FADD -> a + b;
            case Opcodes.FSUB -> a - b;
            case Opcodes.FMUL -> a * b;
            case Opcodes.FDIV -> a / b;
            case Opcodes.FREM -> a % b;
            default -> compare(a, b, opcode == Opcodes.FCMPG);
        };
    }

    private static Object ofDoubles(int opcode, double a, double b) {
        return switch (opcode) {
            case Opcodes.DADD -> a + b;
            case Opcodes.DSUB -> a - b;
            case Opcodes.DMUL -> a * b;
            case Opcodes.DDIV -> a / b;
            case Opcodes.DREM -> a % b;
            default -> compare(a, b, opcode == Opcodes.DCMPG);
        };
    }

    private static Object compare(double a, double b, boolean unorderedIsGreater) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return unorderedIsGreater ? 1 : -1;
        }
        return a < b ? -1 : a > b ? 1 : 0;
    }

    private static int nonZero(int divisor) {
        return (int) nonZero((long) divisor);
    }

    private static long nonZero(long divisor) {
        if (divisor == 0) {
            throw new GaveUp("divides by zero");
        }
        return divisor;
    }

    private static Object unary(int opcode, Object value) {
        return switch (opcode) {
            case Opcodes.INEG -> -(Integer) value;
            case Opcodes.LNEG -> -(Long) value;
            case Opcodes.FNEG -> -(Float) value;
            case Opcodes.DNEG -> -(Double) value;
            case Opcodes.I2L -> (long) (Integer) value;
            case Opcodes.I2F -> (float) (Integer) value;
            case Opcodes.I2D -> (double) (Integer) value;
            case Opcodes.L2I -> ((Long) value).intValue();
            case Opcodes.L2F -> (float) (Long) value;
            case Opcodes.L2D -> (double) (Long) value;
            case Opcodes.F2I -> ((Float) value).intValue();
            case Opcodes.F2L -> ((Float) value).longValue();
            case Opcodes.F2D -> (double) (Float) value;
            case Opcodes.D2I -> ((Double) value).intValue();
            case Opcodes.D2L -> ((Double) value).longValue();
            case Opcodes.D2F -> ((Double) value).floatValue();
            case Opcodes.I2B -> (int) ((Integer) value).byteValue();
            case Opcodes.I2C -> (int) (char) ((Integer) value).intValue();
            default -> (int) ((Integer) value).shortValue();
        };
    }
}
