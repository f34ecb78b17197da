package blogos.aot.compiler.desugar;

import blogos.aot.compiler.model.ClassPool;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the {@code toString}, {@code hashCode} and {@code equals} of records as {@code ObjectMethods} does at run time. */
public final class RecordExpansion {
    /** Prefix of the generated methods. */
    public static final String METHOD_MARK = "$record$";

    private static final String BUILDER = "java/lang/StringBuilder";

    private final ClassPool pool;

    RecordExpansion(ClassPool pool) {
        this.pool = pool;
    }

    MethodInsnNode expand(ClassNode owner, InvokeDynamicInsnNode indy) {
        String name = METHOD_MARK + indy.name;
        MethodNode method = new MethodNode(
                Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC, name, indy.desc, null, null);
        Handle[] components = new Handle[indy.bsmArgs.length - 2];
        System.arraycopy(indy.bsmArgs, 2, components, 0, components.length);
        switch (indy.name) {
            case "toString" -> writeToString(owner, method.instructions, components);
            case "hashCode" -> writeHashCode(method.instructions, components);
            default -> writeEquals(owner, method.instructions, components);
        }
        pool.addMethod(owner, method);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, name, indy.desc, false);
    }

    private void writeToString(ClassNode owner, InsnList code, Handle[] components) {
        code.add(new TypeInsnNode(Opcodes.NEW, BUILDER));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false));
        String separator = pool.get(owner.name).simpleName() + "[";
        for (Handle component : components) {
            literal(code, separator + component.getName() + "=");
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            ConcatExpansion.append(code, get(code, component));
            separator = ", ";
        }
        literal(code, components.length == 0 ? separator + "]" : "]");
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    private static void literal(InsnList code, String text) {
        code.add(new LdcInsnNode(text));
        ConcatExpansion.append(code, Type.getType(String.class));
    }

    private static void writeHashCode(InsnList code, Handle[] components) {
        code.add(new InsnNode(Opcodes.ICONST_0));
        for (Handle component : components) {
            code.add(new LdcInsnNode(31));
            code.add(new InsnNode(Opcodes.IMUL));
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            Type type = get(code, component);
            if (type.getSort() < Type.ARRAY) {
                String hash = "(" + type.getDescriptor() + ")I";
                code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Adapter.wrapperOf(type), "hashCode", hash, false));
            } else {
                code.add(new MethodInsnNode(
                        Opcodes.INVOKESTATIC, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I", false));
            }
            code.add(new InsnNode(Opcodes.IADD));
        }
        code.add(new InsnNode(Opcodes.IRETURN));
    }

    private static void writeEquals(ClassNode owner, InsnList code, Handle[] components) {
        LabelNode typed = new LabelNode();
        LabelNode different = new LabelNode();
        code.add(new VarInsnNode(Opcodes.ALOAD, 1));
        code.add(new TypeInsnNode(Opcodes.INSTANCEOF, owner.name));
        code.add(new JumpInsnNode(Opcodes.IFNE, typed));
        code.add(new InsnNode(Opcodes.ICONST_0));
        code.add(new InsnNode(Opcodes.IRETURN));
        code.add(typed);
        code.add(frame(owner));
        for (Handle component : components) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            Type type = get(code, component);
            code.add(new VarInsnNode(Opcodes.ALOAD, 1));
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, owner.name));
            get(code, component);
            jumpIfDifferent(code, type, different);
        }
        code.add(new InsnNode(Opcodes.ICONST_1));
        code.add(new InsnNode(Opcodes.IRETURN));
        if (components.length > 0) {
            code.add(different);
            code.add(frame(owner));
            code.add(new InsnNode(Opcodes.ICONST_0));
            code.add(new InsnNode(Opcodes.IRETURN));
        }
    }

    private static FrameNode frame(ClassNode owner) {
        return new FrameNode(Opcodes.F_NEW, 2, new Object[] {owner.name, "java/lang/Object"}, 0, new Object[0]);
    }

    private static void jumpIfDifferent(InsnList code, Type type, LabelNode different) {
        switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT ->
                    code.add(new JumpInsnNode(Opcodes.IF_ICMPNE, different));
            case Type.OBJECT, Type.ARRAY -> {
                code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/util/Objects", "equals",
                        "(Ljava/lang/Object;Ljava/lang/Object;)Z", false));
                code.add(new JumpInsnNode(Opcodes.IFEQ, different));
            }
            default -> {
                String compare = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
                code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Adapter.wrapperOf(type), "compare", compare, false));
                code.add(new JumpInsnNode(Opcodes.IFNE, different));
            }
        }
    }

    private static Type get(InsnList code, Handle component) {
        code.add(new FieldInsnNode(Opcodes.GETFIELD, component.getOwner(), component.getName(), component.getDesc()));
        return Type.getType(component.getDesc());
    }
}
