package blogos.aot.compiler.ir;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Recognises loops that end by themselves, in the shape javac gives {@code for (...; i < limit; i++)}: the test of a counter against something the loop does not change at the top, its only change at the bottom.
 * They need no poll. A test with {@code <=} does not qualify: with the largest int as limit it never fails.
 */
final class CountedLoops {
    private CountedLoops() {}

    /** Whether the loop that a backward jump closes is one. */
    static boolean isCounted(InsnList code, AbstractInsnNode jump, LabelNode header) {
        if (jump.getOpcode() != Opcodes.GOTO || !(previousReal(jump) instanceof IincInsnNode step) || step.incr == 0) {
            return false;
        }
        AbstractInsnNode first = nextReal(header);
        if (!(first instanceof VarInsnNode counter) || counter.getOpcode() != Opcodes.ILOAD || counter.var != step.var) {
            return false;
        }
        AbstractInsnNode test = nextReal(first);
        if (!(test instanceof JumpInsnNode)) {
            if (!isUnchanged(code, header, jump, test)) {
                return false;
            }
            test = nextReal(test);
            if (test.getOpcode() == Opcodes.ARRAYLENGTH) {
                test = nextReal(test);
            }
        }
        return test instanceof JumpInsnNode exit
                && leavesInTime(exit.getOpcode(), step.incr)
                && isOutside(code, exit.label, header, jump)
                && changes(code, header, jump, step.var) == 1;
    }

    /** Whether the test that leaves the loop must hold at some time: i >= limit counting up, i <= limit counting down, or an equality in steps of one. */
    private static boolean leavesInTime(int opcode, int step) {
        return switch (opcode) {
            case Opcodes.IF_ICMPGE, Opcodes.IFGE -> step == 1;
            case Opcodes.IF_ICMPLE, Opcodes.IFLE -> step == -1;
            case Opcodes.IF_ICMPEQ, Opcodes.IFEQ -> step == 1 || step == -1;
            case Opcodes.IFLT -> step == -1;
            case Opcodes.IFGT -> step == 1;
            default -> false;
        };
    }

    private static boolean isUnchanged(InsnList code, LabelNode header, AbstractInsnNode jump, AbstractInsnNode limit) {
        int opcode = limit.getOpcode();
        if (opcode == Opcodes.ILOAD || opcode == Opcodes.ALOAD) {
            return changes(code, header, jump, ((VarInsnNode) limit).var) == 0;
        }
        return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
                || opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH || opcode == Opcodes.LDC;
    }

    private static int changes(InsnList code, LabelNode header, AbstractInsnNode jump, int variable) {
        int count = 0;
        for (AbstractInsnNode insn = header; insn != jump; insn = insn.getNext()) {
            boolean stores = insn instanceof VarInsnNode access && access.var == variable && access.getOpcode() >= Opcodes.ISTORE;
            boolean steps = insn instanceof IincInsnNode increment && increment.var == variable;
            count += stores || steps ? 1 : 0;
        }
        return count;
    }

    private static boolean isOutside(InsnList code, LabelNode label, LabelNode header, AbstractInsnNode jump) {
        int index = code.indexOf(label);
        return index < code.indexOf(header) || index > code.indexOf(jump);
    }

    private static AbstractInsnNode nextReal(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    private static AbstractInsnNode previousReal(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            previous = previous.getPrevious();
        }
        return previous;
    }
}
