package blogos.aot.compiler.plugin;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.ir.EntryPoint;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Where a plug-in starts: a method that the compiler adds to its main class, and which makes an instance of it. */
public final class PluginMain {
    private static final String NAME = "$instance$";
    private static final String DESCRIPTOR = "()Ljava/lang/Object;";

    private PluginMain() {}

    /** The entry point of a plug-in with a main class, which must have a constructor without parameters. */
    public static EntryPoint of(ClassPool pool, String mainClass) {
        ClassInfo info = pool.find(mainClass.replace('.', '/'));
        if (info == null) {
            throw new CompileException("main class " + mainClass + " is not on the class path");
        }
        if (info.isAbstract() || info.declared("<init>()V") == null) {
            throw new CompileException(mainClass + " cannot be the main class of a plug-in: it needs a constructor without parameters"
                    + " and must not be abstract");
        }
        MethodNode method = new MethodNode(
                Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, NAME, DESCRIPTOR, null, null);
        method.instructions.add(new TypeInsnNode(Opcodes.NEW, info.name()));
        method.instructions.add(new InsnNode(Opcodes.DUP));
        method.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, info.name(), "<init>", "()V", false));
        method.instructions.add(new InsnNode(Opcodes.ARETURN));
        pool.addMethod(info, method);
        return new EntryPoint(info, info.declared(NAME + DESCRIPTOR));
    }
}
