package blogos.aot.compiler.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which local variables are read later: backward data flow over the bytecode of one method. */
final class Liveness {
    private final InsnList code;
    private final List<TryCatchBlockNode> handlers;
    private final BitSet[] liveBefore;

    Liveness(MethodNode method) {
        this.code = method.instructions;
        this.handlers = method.tryCatchBlocks;
        this.liveBefore = new BitSet[code.size()];
        for (int i = 0; i < liveBefore.length; i++) {
            liveBefore[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = liveBefore.length - 1; i >= 0; i--) {
                changed |= update(i);
            }
        }
    }

    /** Local variables that may be read after an instruction. */
    BitSet after(AbstractInsnNode insn) {
        return after(code.indexOf(insn), insn);
    }

    private boolean update(int index) {
        AbstractInsnNode insn = code.get(index);
        BitSet live = after(index, insn);
        if (insn instanceof VarInsnNode variable) {
            live.set(variable.var, variable.getOpcode() < Opcodes.ISTORE);
        } else if (insn instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
        for (TryCatchBlockNode handler : handlers) {
            if (code.indexOf(handler.start) <= index && index < code.indexOf(handler.end)) {
                live.or(liveBefore[code.indexOf(handler.handler)]);
            }
        }
        if (live.equals(liveBefore[index])) {
            return false;
        }
        liveBefore[index] = live;
        return true;
    }

    private BitSet after(int index, AbstractInsnNode insn) {
        BitSet live = new BitSet();
        for (int successor : successors(index, insn)) {
            if (successor < liveBefore.length) {
                live.or(liveBefore[successor]);
            }
        }
        return live;
    }

    private List<Integer> successors(int index, AbstractInsnNode insn) {
        List<Integer> all = new ArrayList<>();
        int opcode = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            all.add(code.indexOf(jump.label));
        } else if (insn instanceof TableSwitchInsnNode table) {
            table.labels.forEach(label -> all.add(code.indexOf(label)));
            all.add(code.indexOf(table.dflt));
            return all;
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.forEach(label -> all.add(code.indexOf(label)));
            all.add(code.indexOf(lookup.dflt));
            return all;
        }
        boolean falls = opcode != Opcodes.GOTO && opcode != Opcodes.ATHROW && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
        if (falls) {
            all.add(index + 1);
        }
        return all;
    }
}
