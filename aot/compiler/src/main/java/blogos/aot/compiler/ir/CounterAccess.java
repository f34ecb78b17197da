package blogos.aot.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * An access in a loop to the element at {@code counter + offset} of an array.
 *
 * @param instruction the load or store
 * @param array local variable with the array, which the loop does not assign
 * @param offset the constant
 */
record CounterAccess(AbstractInsnNode instruction, int array, int offset) {
    /** Larger offsets would not be worth the trouble of overflows. */
    private static final int LARGEST_OFFSET = 1 << 16;

    /** All such accesses of a loop. */
    static List<CounterAccess> in(SteppedLoop loop) {
        List<CounterAccess> found = new ArrayList<>();
        for (AbstractInsnNode insn = loop.header(); insn != loop.jump(); insn = insn.getNext()) {
            CounterAccess access = Bytecode.isElementAccess(insn) ? of(insn, loop) : null;
            if (access != null) {
                found.add(access);
            }
        }
        return found;
    }

    private static CounterAccess of(AbstractInsnNode access, SteppedLoop loop) {
        AbstractInsnNode last = Bytecode.indexOf(access);
        if (last == null) {
            return null;
        }
        int offset = 0;
        if (last.getOpcode() == Opcodes.IADD || last.getOpcode() == Opcodes.ISUB) {
            AbstractInsnNode constant = Bytecode.previousReal(last);
            Integer value = constant == null ? null : Bytecode.constant(constant);
            if (value == null || value < 0 || value > LARGEST_OFFSET) {
                return null;
            }
            offset = last.getOpcode() == Opcodes.IADD ? value : -value;
            last = Bytecode.previousReal(constant);
        }
        if (last == null || !Bytecode.isLoad(last, Opcodes.ILOAD, loop.counter())) {
            return null;
        }
        AbstractInsnNode array = Bytecode.previousReal(last);
        boolean isFixed = array != null && Bytecode.isLoad(array, Opcodes.ALOAD) && loop.keeps(((VarInsnNode) array).var);
        return isFixed ? new CounterAccess(access, ((VarInsnNode) array).var, offset) : null;
    }

    /** Whether LLVM sees by itself that the index is inside the array: the limit is the array's length. */
    boolean isAlwaysInside(SteppedLoop loop, MethodNode method) {
        return offset == 0 && loop.isUpward() && !loop.isInclusive()
                && (loop.isLimitLengthOf(array) || loop.limit().get(0) instanceof VarInsnNode limit && holdsLength(limit.var, method));
    }

    /** Whether a local variable is only ever assigned the array's length. */
    private boolean holdsLength(int variable, MethodNode method) {
        AbstractInsnNode only = null;
        for (AbstractInsnNode insn : method.instructions) {
            if (Bytecode.isLoad(insn, Opcodes.ISTORE, variable)) {
                if (only != null) {
                    return false;
                }
                only = insn;
            }
        }
        AbstractInsnNode length = only == null ? null : Bytecode.previousReal(only);
        return length != null && length.getOpcode() == Opcodes.ARRAYLENGTH
                && Bytecode.isLoad(Bytecode.previousReal(length), Opcodes.ALOAD, array);
    }
}
