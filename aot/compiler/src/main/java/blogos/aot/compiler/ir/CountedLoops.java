package blogos.aot.compiler.ir;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Recognises loops that end by themselves, so that they need no poll: a counter that only one instruction changes, at the bottom, by a constant, and at the top, on the way of every turn, either
 *
 * <ul>
 *   <li>a test in the shape javac gives {@code for (...; i < limit; i++)}, which must fail at some time. A test with {@code <=} does not qualify: with the largest int as limit it never fails; or
 *   <li>an access to an array's element at the counter, which throws at some time.
 * </ul>
 */
final class CountedLoops {
    private CountedLoops() {}

    /** Whether the loop that a backward jump closes is one. */
    static boolean isCounted(MethodNode method, AbstractInsnNode jump, LabelNode header) {
        if (jump.getOpcode() != Opcodes.GOTO || !(Bytecode.previousReal(jump) instanceof IincInsnNode step) || step.incr == 0
                || Bytecode.changes(header, jump, step.var) != 1) {
            return false;
        }
        AbstractInsnNode first = Bytecode.nextReal(header);
        boolean isFirstTest = true;
        for (AbstractInsnNode insn = first; insn != jump; insn = insn.getNext()) {
            if (insn.getType() == AbstractInsnNode.FRAME) {
                return false;
            }
            if (insn instanceof JumpInsnNode exit) {
                if (!Bytecode.isOutside(method.instructions, exit.label, header, jump)) {
                    return false;
                }
                if (isFirstTest && Bytecode.isLoad(first, Opcodes.ILOAD, step.var) && failsInTime(first, exit, step, header)) {
                    return true;
                }
                isFirstTest = false;
            } else if (method.tryCatchBlocks.isEmpty() && Bytecode.isElementAccess(insn) && isAtCounter(insn, step.var)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtCounter(AbstractInsnNode access, int counter) {
        AbstractInsnNode index = Bytecode.indexOf(access);
        return index != null && Bytecode.isLoad(index, Opcodes.ILOAD, counter);
    }

    private static boolean isFixed(AbstractInsnNode limit, LabelNode header, IincInsnNode step) {
        return Bytecode.constant(limit) != null
                || limit instanceof VarInsnNode load && Bytecode.changes(header, step, load.var) == 0;
    }

    /** Whether the jump that leaves the loop compares the counter, and must be taken at some time: i >= limit counting up, i <= limit counting down, or an equality in steps of one. */
    private static boolean failsInTime(AbstractInsnNode counter, JumpInsnNode exit, IincInsnNode step, LabelNode header) {
        int opcode = exit.getOpcode();
        AbstractInsnNode last = Bytecode.previousReal(exit);
        boolean comparesWithZero = opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE;
        AbstractInsnNode limit = comparesWithZero ? null : Bytecode.startOfValue(last);
        if (comparesWithZero ? last != counter : limit == null || Bytecode.previousReal(limit) != counter) {
            return false;
        }
        return switch (opcode) {
            case Opcodes.IF_ICMPGE, Opcodes.IFGE, Opcodes.IFGT -> step.incr == 1;
            case Opcodes.IF_ICMPLE, Opcodes.IFLE, Opcodes.IFLT -> step.incr == -1;
            case Opcodes.IFEQ -> Math.abs(step.incr) == 1;
            case Opcodes.IF_ICMPEQ -> Math.abs(step.incr) == 1 && limit == last && isFixed(limit, header, step);
            default -> false;
        };
    }
}
