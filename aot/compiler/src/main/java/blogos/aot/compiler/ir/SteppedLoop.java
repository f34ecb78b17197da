package blogos.aot.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * An innermost loop {@code for (...; i < limit; i += step)} whose limit and step it does not change: what javac makes of it, taken apart.
 *
 * @param header its first instruction's label
 * @param jump the jump back, its last instruction
 * @param counter local variable i
 * @param limit instructions that push the limit; empty for 0
 * @param test opcode of the jump that leaves the loop: which comparison of counter and limit ends it
 * @param step what is added at the end of a turn, if it is a constant; else 0
 * @param stepVariable local variable that is added otherwise
 */
record SteppedLoop(
        LabelNode header, JumpInsnNode jump, int counter, List<AbstractInsnNode> limit, int test, int step, int stepVariable) {
    private static final int MAX_INSTRUCTIONS = 90;

    /** The loop that a backward jump closes, or null if it is none of these. */
    static SteppedLoop find(MethodNode method, JumpInsnNode jump) {
        InsnList code = method.instructions;
        LabelNode header = jump.label;
        if (jump.getOpcode() != Opcodes.GOTO || code.indexOf(jump) - code.indexOf(header) > 2 * MAX_INSTRUCTIONS
                || !isInnermost(code, header, jump) || !isInOneTryBlock(method, header, jump)) {
            return null;
        }
        AbstractInsnNode first = Bytecode.nextReal(header);
        if (!Bytecode.isLoad(first, Opcodes.ILOAD)) {
            return null;
        }
        int counter = ((VarInsnNode) first).var;
        List<AbstractInsnNode> limit = new ArrayList<>();
        AbstractInsnNode test = Bytecode.nextReal(first);
        while (!(test instanceof JumpInsnNode) && limit.size() < 2) {
            limit.add(test);
            test = Bytecode.nextReal(test);
        }
        boolean leaves = test instanceof JumpInsnNode exit && Bytecode.isOutside(code, exit.label, header, jump);
        if (!leaves || !isFixed(limit, header, jump) || Bytecode.changes(header, jump, counter) != 1) {
            return null;
        }
        return withStep(header, jump, counter, limit, test.getOpcode());
    }

    private static SteppedLoop withStep(LabelNode header, JumpInsnNode jump, int counter, List<AbstractInsnNode> limit, int test) {
        AbstractInsnNode last = Bytecode.previousReal(jump);
        SteppedLoop loop = null;
        if (last instanceof IincInsnNode step && step.var == counter) {
            loop = new SteppedLoop(header, jump, counter, limit, test, step.incr, -1);
        } else if (Bytecode.isLoad(last, Opcodes.ISTORE, counter)) {
            AbstractInsnNode sum = Bytecode.previousReal(last);
            AbstractInsnNode right = Bytecode.previousReal(sum);
            AbstractInsnNode left = Bytecode.previousReal(right);
            if (sum.getOpcode() == Opcodes.IADD && Bytecode.isLoad(left, Opcodes.ILOAD, counter) && Bytecode.isLoad(right, Opcodes.ILOAD)
                    && Bytecode.changes(header, jump, ((VarInsnNode) right).var) == 0) {
                loop = new SteppedLoop(header, jump, counter, limit, test, 0, ((VarInsnNode) right).var);
            }
        }
        return loop != null && (loop.isUpward() || loop.isDownward()) ? loop : null;
    }

    /** Whether it counts up and ends at {@code i >= limit} or {@code i > limit}. */
    boolean isUpward() {
        return (test == Opcodes.IF_ICMPGE || test == Opcodes.IF_ICMPGT) && !limit.isEmpty() && step >= 0;
    }

    /** Whether it counts down by one and ends at {@code i < limit} or {@code i <= limit}. */
    boolean isDownward() {
        boolean comparesWithZero = (test == Opcodes.IFLT || test == Opcodes.IFLE) && limit.isEmpty();
        return step == -1 && (comparesWithZero || (test == Opcodes.IF_ICMPLT || test == Opcodes.IF_ICMPLE) && !limit.isEmpty());
    }

    /** Whether the limit itself is a value of the counter inside the loop. */
    boolean isInclusive() {
        return test == Opcodes.IF_ICMPGT;
    }

    /** Whether the loop does not assign a local variable. */
    boolean keeps(int variable) {
        return Bytecode.changes(header, jump, variable) == 0;
    }

    /** Whether the limit is the length of the array in a local variable. */
    boolean isLimitLengthOf(int array) {
        return limit.size() == 2 && ((VarInsnNode) limit.get(0)).var == array;
    }

    private static boolean isFixed(List<AbstractInsnNode> limit, LabelNode header, AbstractInsnNode end) {
        if (limit.isEmpty()) {
            return true;
        }
        AbstractInsnNode push = limit.get(0);
        if (limit.size() == 2) {
            return Bytecode.isLoad(push, Opcodes.ALOAD) && limit.get(1).getOpcode() == Opcodes.ARRAYLENGTH
                    && Bytecode.changes(header, end, ((VarInsnNode) push).var) == 0;
        }
        return Bytecode.constant(push) != null
                || Bytecode.isLoad(push, Opcodes.ILOAD) && Bytecode.changes(header, end, ((VarInsnNode) push).var) == 0;
    }

    private static boolean isInnermost(InsnList code, LabelNode header, AbstractInsnNode jump) {
        int first = code.indexOf(header);
        for (AbstractInsnNode insn = header; insn != jump; insn = insn.getNext()) {
            if (insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode) {
                return false;
            }
            if (insn instanceof JumpInsnNode inner) {
                int target = code.indexOf(inner.label);
                if (target >= first && target <= code.indexOf(inner)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isInOneTryBlock(MethodNode method, LabelNode header, AbstractInsnNode jump) {
        int first = method.instructions.indexOf(header);
        int last = method.instructions.indexOf(jump);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int start = method.instructions.indexOf(block.start);
            int end = method.instructions.indexOf(block.end);
            int handler = method.instructions.indexOf(block.handler);
            boolean isApart = end <= first || start > last;
            boolean isAround = start < first && end > last;
            if (!isApart && !isAround || handler >= first && handler <= last) {
                return false;
            }
        }
        return true;
    }
}
