package blogos.aot.compiler.desugar;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Enables assertions, or takes disabled ones out: their tests, and the statement of the class initialiser that asks whether they are enabled. */
final class Assertions {
    private static final String FLAG = "$assertionsDisabled";
    /** ldc class, desiredAssertionStatus, ifne, iconst_1, goto, iconst_0, putstatic. */
    private static final int INITIALIZER_LENGTH = 7;

    private Assertions() {}

    /** Answers the class initialiser's question whether assertions are enabled with yes. */
    static void enable(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof MethodInsnNode call && call.owner.equals("java/lang/Class")
                    && call.name.equals("desiredAssertionStatus")) {
                method.instructions.insert(insn, new InsnNode(Opcodes.ICONST_1));
                method.instructions.set(insn, new InsnNode(Opcodes.POP));
            }
        }
    }

    /** Whether anything was changed. */
    static boolean remove(ClassNode owner, MethodNode method) {
        boolean changed = false;
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (!(insn instanceof FieldInsnNode access) || !access.name.equals(FLAG)) {
                continue;
            }
            if (access.getOpcode() == Opcodes.GETSTATIC) {
                AbstractInsnNode test = nextReal(access);
                if (test.getOpcode() == Opcodes.IFNE) {
                    method.instructions.set(test, new JumpInsnNode(Opcodes.GOTO, ((JumpInsnNode) test).label));
                    method.instructions.remove(access);
                    changed = true;
                }
            } else {
                removeInitializer(method, access);
                changed = true;
            }
        }
        return changed;
    }

    private static void removeInitializer(MethodNode method, AbstractInsnNode put) {
        List<AbstractInsnNode> removed = new ArrayList<>();
        int real = 0;
        for (AbstractInsnNode at = put; real < INITIALIZER_LENGTH; at = at.getPrevious()) {
            if (at.getOpcode() >= 0) {
                real++;
                removed.add(at);
            } else if (at.getType() == AbstractInsnNode.FRAME) {
                removed.add(at);
            }
        }
        removed.forEach(method.instructions::remove);
    }

    private static AbstractInsnNode nextReal(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }
}
