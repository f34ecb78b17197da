package blogos.aot.compiler.desugar;

import java.util.ArrayDeque;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Removes instructions and stack map frames that control never reaches. */
public final class DeadCode {
    private final InsnList code;
    private final boolean[] live;
    private final Deque<Integer> work = new ArrayDeque<>();

    private DeadCode(InsnList code) {
        this.code = code;
        this.live = new boolean[code.size()];
    }

    /** Removes the dead code of a method in place. */
    public static void remove(MethodNode method) {
        new DeadCode(method.instructions).run(method);
    }

    private void run(MethodNode method) {
        work.add(0);
        flow();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (!live[code.indexOf(block.handler)] && coversLiveCode(block)) {
                    work.add(code.indexOf(block.handler));
                    flow();
                    grown = true;
                }
            }
        }
        AbstractInsnNode[] all = code.toArray();
        method.tryCatchBlocks.removeIf(block -> !coversLiveCode(block));
        for (int i = 0; i < all.length; i++) {
            boolean removable = all[i].getOpcode() >= 0 || all[i].getType() == AbstractInsnNode.FRAME;
            if (!live[i] && removable) {
                code.remove(all[i]);
            }
        }
    }

    private boolean coversLiveCode(TryCatchBlockNode block) {
        for (AbstractInsnNode at = block.start; at != null && at != block.end; at = at.getNext()) {
            if (at.getOpcode() >= 0 && code.contains(at) && live[code.indexOf(at)]) {
                return true;
            }
        }
        return false;
    }

    private void flow() {
        while (!work.isEmpty()) {
            int index = work.pop();
            while (index < live.length && !live[index]) {
                live[index] = true;
                AbstractInsnNode insn = code.get(index);
                visitTargets(insn);
                if (endsFlow(insn.getOpcode())) {
                    break;
                }
                index++;
            }
        }
    }

    private void visitTargets(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump) {
            work.push(code.indexOf(jump.label));
        } else if (insn instanceof TableSwitchInsnNode table) {
            table.labels.forEach(this::push);
            push(table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.forEach(this::push);
            push(lookup.dflt);
        }
    }

    private void push(LabelNode label) {
        work.push(code.indexOf(label));
    }

    private static boolean endsFlow(int opcode) {
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH
                || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }
}
