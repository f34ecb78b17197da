package blogos.aot.compiler.ir;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Questions about bytecode that the analyses of loops share. */
final class Bytecode {
    private Bytecode() {}

    /** The next instruction that is not a label, a line number or a frame. */
    static AbstractInsnNode nextReal(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    /** The previous instruction that is not a label, a line number or a frame; null if there is none. */
    static AbstractInsnNode previousReal(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            previous = previous.getPrevious();
        }
        return previous;
    }

    /** How many instructions from {@code from} to before {@code to} assign a local variable. */
    static int changes(AbstractInsnNode from, AbstractInsnNode to, int variable) {
        int count = 0;
        for (AbstractInsnNode insn = from; insn != to; insn = insn.getNext()) {
            boolean stores = insn instanceof VarInsnNode access && access.var == variable && access.getOpcode() >= Opcodes.ISTORE;
            boolean steps = insn instanceof IincInsnNode increment && increment.var == variable;
            count += stores || steps ? 1 : 0;
        }
        return count;
    }

    /** Whether an instruction comes before the first or after the last of a range. */
    static boolean isOutside(InsnList code, AbstractInsnNode insn, AbstractInsnNode first, AbstractInsnNode last) {
        int index = code.indexOf(insn);
        return index < code.indexOf(first) || index > code.indexOf(last);
    }

    /** Whether a loop, from its header to the jump back, has another jump back in it: a loop inside, or a second way to its own start. */
    static boolean hasInnerLoop(InsnList code, LabelNode header, AbstractInsnNode jump) {
        for (AbstractInsnNode insn = header; insn != jump; insn = insn.getNext()) {
            if (insn instanceof JumpInsnNode inner && !isOutside(code, inner.label, header, inner)) {
                return true;
            }
        }
        return false;
    }

    static boolean isLoad(AbstractInsnNode insn, int opcode) {
        return insn instanceof VarInsnNode && insn.getOpcode() == opcode;
    }

    static boolean isLoad(AbstractInsnNode insn, int opcode, int variable) {
        return isLoad(insn, opcode) && ((VarInsnNode) insn).var == variable;
    }

    /** The int that an instruction pushes, or null. */
    static Integer constant(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return opcode - Opcodes.ICONST_0;
        }
        if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
            return ((IntInsnNode) insn).operand;
        }
        return insn instanceof LdcInsnNode load && load.cst instanceof Integer value ? value : null;
    }

    /** How many values an instruction pops, if it pushes one and goes on to the next instruction; -1 for all others. */
    static int popsForOne(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.ALOAD || opcode == Opcodes.GETSTATIC) {
            return 0;
        }
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD || opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG) {
            return 2;
        }
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
            return opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG ? 1 : 2;
        }
        if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S || opcode == Opcodes.ARRAYLENGTH || opcode == Opcodes.GETFIELD) {
            return 1;
        }
        if (insn instanceof MethodInsnNode call && Type.getReturnType(call.desc) != Type.VOID_TYPE) {
            return Type.getArgumentTypes(call.desc).length + (opcode == Opcodes.INVOKESTATIC ? 0 : 1);
        }
        return -1;
    }

    /**
     * The first instruction of the straight run that computes the value on top of the stack after {@code last}; null if it is no straight run. A DUP2 counts as the start of what follows it: javac writes it between an
     * element's place and the computation from its old value.
     */
    static AbstractInsnNode startOfValue(AbstractInsnNode last) {
        int needed = 1;
        for (AbstractInsnNode insn = last; insn != null; insn = insn.getPrevious()) {
            if (insn.getOpcode() < 0) {
                if (insn.getType() == AbstractInsnNode.FRAME) {
                    return null;
                }
                continue;
            }
            int pops = popsForOne(insn);
            if (insn.getOpcode() == Opcodes.DUP2) {
                needed -= 2;
            } else if (pops >= 0) {
                needed += pops - 1;
            } else {
                return null;
            }
            if (needed <= 0) {
                return needed == 0 ? insn : null;
            }
        }
        return null;
    }

    /** Whether an instruction reads or writes an array's element. */
    static boolean isElementAccess(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    }

    /** The last instruction of the index computation of an element access; null if it cannot be found. */
    static AbstractInsnNode indexOf(AbstractInsnNode access) {
        AbstractInsnNode last = previousReal(access);
        if (access.getOpcode() >= Opcodes.IASTORE) {
            AbstractInsnNode value = last == null ? null : startOfValue(last);
            last = value == null ? null : previousReal(value);
        } else if (last != null && last.getOpcode() == Opcodes.DUP2) {
            last = previousReal(last);
        }
        return last;
    }
}
