package blogos.aot.compiler.ir;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Finds the straight runs of instructions that end in a throw: they make the exception, and hardly ever run. */
final class ThrowPaths {
    private ThrowPaths() {}

    /** The indices of these instructions. */
    static BitSet of(InsnList code) {
        BitSet found = new BitSet();
        boolean throwsNext = false;
        for (int i = code.size() - 1; i >= 0; i--) {
            AbstractInsnNode insn = code.get(i);
            int opcode = insn.getOpcode();
            boolean leaves = insn instanceof JumpInsnNode || insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode
                    || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
            throwsNext = opcode == Opcodes.ATHROW || throwsNext && !leaves && insn.getType() != AbstractInsnNode.FRAME;
            found.set(i, throwsNext);
        }
        return found;
    }
}
