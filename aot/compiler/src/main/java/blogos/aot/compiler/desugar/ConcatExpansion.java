package blogos.aot.compiler.desugar;

import blogos.aot.compiler.model.ClassPool;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Turns a string concatenation into a static method over a StringBuilder. */
public final class ConcatExpansion {
    /** Prefix of the generated methods; stack traces leave such frames out. */
    public static final String METHOD_MARK = "$concat$";

    private static final String BUILDER = "java/lang/StringBuilder";
    private static final char ARGUMENT = '\1';
    private static final char CONSTANT = '\2';

    private final ClassPool pool;

    ConcatExpansion(ClassPool pool) {
        this.pool = pool;
    }

    MethodInsnNode expand(ClassNode owner, InvokeDynamicInsnNode indy) {
        Type[] arguments = Type.getArgumentTypes(indy.desc);
        String recipe = indy.bsm.getName().equals("makeConcat")
                ? String.valueOf(ARGUMENT).repeat(arguments.length)
                : (String) indy.bsmArgs[0];
        String name = uniqueName(owner, indy.desc);
        MethodNode method = new MethodNode(
                Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC, name, indy.desc, null, null);
        InsnList code = method.instructions;
        code.add(new TypeInsnNode(Opcodes.NEW, BUILDER));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false));
        StringBuilder literal = new StringBuilder();
        int argument = 0;
        int local = 0;
        int constant = 1;
        for (char c : recipe.toCharArray()) {
            if (c == ARGUMENT) {
                appendLiteral(code, literal);
                Type type = arguments[argument++];
                code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), local));
                local += type.getSize();
                append(code, type);
            } else if (c == CONSTANT) {
                literal.append(indy.bsmArgs[constant++]);
            } else {
                literal.append(c);
            }
        }
        appendLiteral(code, literal);
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false));
        code.add(new InsnNode(Opcodes.ARETURN));
        pool.addMethod(owner, method);
        boolean inInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, name, indy.desc, inInterface);
    }

    private String uniqueName(ClassNode owner, String descriptor) {
        int number = 0;
        while (pool.get(owner.name).declared(METHOD_MARK + number + descriptor) != null) {
            number++;
        }
        return METHOD_MARK + number;
    }

    private static void appendLiteral(InsnList code, StringBuilder literal) {
        if (literal.length() > 0) {
            code.add(new LdcInsnNode(literal.toString()));
            append(code, Type.getType(String.class));
            literal.setLength(0);
        }
    }

    /** Appends the value on top of the stack to the builder below it. */
    static void append(InsnList code, Type type) {
        String parameter = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> "I";
            case Type.OBJECT -> type.getInternalName().equals("java/lang/String")
                    ? type.getDescriptor()
                    : "Ljava/lang/Object;";
            case Type.ARRAY -> "Ljava/lang/Object;";
            default -> type.getDescriptor();
        };
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + parameter + ")L" + BUILDER + ";", false));
    }
}
