package blogos.aot.compiler.proof;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Which instructions of a method can only end in a throw: the way to a return does not lead through them. */
final class Doomed {
    private final InsnList code;
    private final BitSet returns = new BitSet();

    Doomed(MethodNode method) {
        code = method.instructions;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = code.size() - 1; i >= 0; i--) {
                if (!returns.get(i) && mayReturn(i, code.get(i))) {
                    returns.set(i);
                    changed = true;
                }
            }
        }
    }

    boolean contains(AbstractInsnNode insn) {
        return !returns.get(code.indexOf(insn));
    }

    private boolean mayReturn(int index, AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            return true;
        }
        if (insn instanceof JumpInsnNode jump && mayReturn(jump.label)) {
            return true;
        }
        if (insn instanceof TableSwitchInsnNode table) {
            return mayReturn(table.dflt) || table.labels.stream().anyMatch(this::mayReturn);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            return mayReturn(lookup.dflt) || lookup.labels.stream().anyMatch(this::mayReturn);
        }
        return opcode != Opcodes.GOTO && opcode != Opcodes.ATHROW && returns.get(index + 1);
    }

    private boolean mayReturn(LabelNode label) {
        return returns.get(code.indexOf(label));
    }
}
