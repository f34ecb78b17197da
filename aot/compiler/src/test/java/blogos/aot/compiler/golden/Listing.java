package blogos.aot.compiler.golden;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Bytecode as text. */
final class Listing {
    private static final String[] NAMES = names();

    private final Map<LabelNode, String> labels = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Listing() {}

    /** The instructions of a method, one a line. */
    static String of(MethodNode method) {
        Listing listing = new Listing();
        listing.text.append(method.name).append(method.desc).append('\n');
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof JumpInsnNode jump) {
                listing.label(jump.label);
            }
        }
        for (AbstractInsnNode insn : method.instructions) {
            listing.add(insn);
        }
        return listing.text.toString();
    }

    /** Opcodes declares the instructions' numbers last, beginning with NOP. */
    private static String[] names() {
        String[] names = new String[256];
        boolean begun = false;
        try {
            for (Field field : Opcodes.class.getFields()) {
                begun |= field.getName().equals("NOP");
                if (begun) {
                    names[field.getInt(null)] = field.getName().toLowerCase(Locale.ROOT);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private String label(LabelNode node) {
        return labels.computeIfAbsent(node, key -> "L" + labels.size());
    }

    private void add(AbstractInsnNode insn) {
        if (insn instanceof LabelNode node && labels.containsKey(node)) {
            text.append(label(node)).append(":\n");
        }
        if (insn.getOpcode() >= 0) {
            text.append("    ").append(NAMES[insn.getOpcode()]).append(operands(insn)).append('\n');
        }
    }

    private String operands(AbstractInsnNode insn) {
        if (insn instanceof VarInsnNode variable) {
            return " " + variable.var;
        } else if (insn instanceof IntInsnNode number) {
            return " " + number.operand;
        } else if (insn instanceof IincInsnNode increment) {
            return " " + increment.var + " " + increment.incr;
        } else if (insn instanceof LdcInsnNode constant) {
            return " " + (constant.cst instanceof String ? "\"" + constant.cst + "\"" : constant.cst);
        } else if (insn instanceof TypeInsnNode type) {
            return " " + type.desc;
        } else if (insn instanceof FieldInsnNode field) {
            return " " + field.owner + "." + field.name + ":" + field.desc;
        } else if (insn instanceof MethodInsnNode call) {
            return " " + call.owner + "." + call.name + call.desc;
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return " " + dynamic.bsm.getOwner() + "." + dynamic.bsm.getName();
        } else if (insn instanceof JumpInsnNode jump) {
            return " " + label(jump.label);
        }
        return "";
    }
}
