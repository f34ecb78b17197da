package blogos.aot.compiler.desugar;

import blogos.aot.compiler.model.ClassPool;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a class for each lambda expression and method reference, as {@code LambdaMetafactory} does at run time: captured values are its fields; a static method {@code make} creates an
 * instance. A class without captures has one instance, which its class initialiser makes.
 */
public final class LambdaExpansion {
    /** Part of the name of every generated class; stack traces leave such frames out, as HotSpot does. */
    public static final String CLASS_MARK = "$$Lambda$";
    private static final String INSTANCE = "$instance";
    private static final int FLAG_SERIALIZABLE = 1;
    private static final int FLAG_MARKERS = 2;
    private static final int FLAG_BRIDGES = 4;

    private final ClassPool pool;

    LambdaExpansion(ClassPool pool) {
        this.pool = pool;
    }

    MethodInsnNode expand(ClassNode owner, InvokeDynamicInsnNode indy) {
        Type[] captures = Type.getArgumentTypes(indy.desc);
        Type iface = Type.getReturnType(indy.desc);
        Set<String> interfaces = new LinkedHashSet<>();
        interfaces.add(iface.getInternalName());
        Set<String> descriptors = new LinkedHashSet<>();
        descriptors.add(((Type) indy.bsmArgs[0]).getDescriptor());
        if (indy.bsm.getName().equals("altMetafactory")) {
            readFlags(indy.bsmArgs, interfaces, descriptors);
        }

        ClassNode made = new ClassNode();
        made.version = Opcodes.V17;
        made.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER;
        made.name = uniqueName(owner.name);
        made.superName = "java/lang/Object";
        made.interfaces.addAll(interfaces);
        made.sourceFile = owner.sourceFile;
        for (int i = 0; i < captures.length; i++) {
            made.fields.add(new FieldNode(Opcodes.ACC_FINAL, "c" + i, captures[i].getDescriptor(), null, null));
        }
        for (String descriptor : descriptors) {
            made.methods.add(body(made.name, indy, captures, Type.getMethodType(descriptor)));
        }
        made.methods.add(factory(made, captures, iface));
        pool.define(made, false);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, made.name, "make", indy.desc, false);
    }

    private static void readFlags(Object[] args, Set<String> interfaces, Set<String> descriptors) {
        int flags = (Integer) args[3];
        int at = 4;
        if ((flags & FLAG_SERIALIZABLE) != 0) {
            interfaces.add("java/io/Serializable");
        }
        if ((flags & FLAG_MARKERS) != 0) {
            int count = (Integer) args[at++];
            for (int i = 0; i < count; i++) {
                interfaces.add(((Type) args[at++]).getInternalName());
            }
        }
        if ((flags & FLAG_BRIDGES) != 0) {
            int count = (Integer) args[at++];
            for (int i = 0; i < count; i++) {
                descriptors.add(((Type) args[at++]).getDescriptor());
            }
        }
    }

    private String uniqueName(String owner) {
        int number = 0;
        while (pool.find(owner + CLASS_MARK + number) != null) {
            number++;
        }
        return owner + CLASS_MARK + number;
    }

    private static MethodNode factory(ClassNode made, Type[] captures, Type iface) {
        String descriptor = Type.getMethodDescriptor(iface, captures);
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "make", descriptor, null, null);
        InsnList code = method.instructions;
        if (captures.length == 0) {
            made.fields.add(new FieldNode(
                    Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, "L" + made.name + ";", null, null));
            made.methods.add(initializer(made.name));
            code.add(new FieldInsnNode(Opcodes.GETSTATIC, made.name, INSTANCE, "L" + made.name + ";"));
        } else {
            code.add(new TypeInsnNode(Opcodes.NEW, made.name));
            int local = 0;
            for (int i = 0; i < captures.length; i++) {
                code.add(new InsnNode(Opcodes.DUP));
                code.add(new VarInsnNode(captures[i].getOpcode(Opcodes.ILOAD), local));
                code.add(new FieldInsnNode(Opcodes.PUTFIELD, made.name, "c" + i, captures[i].getDescriptor()));
                local += captures[i].getSize();
            }
        }
        code.add(new InsnNode(Opcodes.ARETURN));
        return method;
    }

    private static MethodNode initializer(String name) {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "<clinit>", "()V", null, null);
        method.instructions.add(new TypeInsnNode(Opcodes.NEW, name));
        method.instructions.add(new FieldInsnNode(Opcodes.PUTSTATIC, name, INSTANCE, "L" + name + ";"));
        method.instructions.add(new InsnNode(Opcodes.RETURN));
        return method;
    }

    private MethodNode body(String name, InvokeDynamicInsnNode indy, Type[] captures, Type erased) {
        Handle impl = (Handle) indy.bsmArgs[1];
        Type actual = (Type) indy.bsmArgs[2];
        MethodNode method = new MethodNode(Opcodes.ACC_PUBLIC, indy.name, erased.getDescriptor(), null, null);
        InsnList code = method.instructions;
        Type[] targets = parametersOf(impl);
        boolean creates = impl.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (creates) {
            code.add(new TypeInsnNode(Opcodes.NEW, impl.getOwner()));
            code.add(new InsnNode(Opcodes.DUP));
        }
        int target = 0;
        for (int i = 0; i < captures.length; i++) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(new FieldInsnNode(Opcodes.GETFIELD, name, "c" + i, captures[i].getDescriptor()));
            Adapter.convert(code, captures[i], targets[target++]);
        }
        Type[] erasedParameters = erased.getArgumentTypes();
        Type[] actualParameters = actual.getArgumentTypes();
        int local = 1;
        for (int i = 0; i < erasedParameters.length; i++) {
            code.add(new VarInsnNode(erasedParameters[i].getOpcode(Opcodes.ILOAD), local));
            Adapter.convert(code, erasedParameters[i], actualParameters[i]);
            Adapter.convert(code, actualParameters[i], targets[target++]);
            local += erasedParameters[i].getSize();
        }
        code.add(new MethodInsnNode(
                opcodeOf(impl), impl.getOwner(), impl.getName(), impl.getDesc(), impl.isInterface()));
        Type result = creates ? Type.getObjectType(impl.getOwner()) : Type.getReturnType(impl.getDesc());
        Type returned = erased.getReturnType();
        if (returned.getSort() != Type.VOID && !actual.getReturnType().equals(returned)) {
            Adapter.convert(code, result, actual.getReturnType());
            result = actual.getReturnType();
        }
        Adapter.convert(code, result, returned);
        code.add(new InsnNode(returned.getOpcode(Opcodes.IRETURN)));
        return method;
    }

    /** Parameter types of the implementation method, the receiver first if it has one. */
    private static Type[] parametersOf(Handle impl) {
        Type[] declared = Type.getArgumentTypes(impl.getDesc());
        if (impl.getTag() == Opcodes.H_INVOKESTATIC || impl.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            return declared;
        }
        Type[] all = new Type[declared.length + 1];
        all[0] = Type.getObjectType(impl.getOwner());
        System.arraycopy(declared, 0, all, 1, declared.length);
        return all;
    }

    private static int opcodeOf(Handle impl) {
        return switch (impl.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKESPECIAL;
        };
    }
}
