package blogos.aot.compiler.desugar;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.SourceLines;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites a method to plain bytecode: disabled assertions go, and every {@code invokedynamic} becomes the call of a static method that is generated here. What comes after
 * in the compiler knows nothing of bootstrap methods.
 */
public final class Desugar {
    private final LambdaExpansion lambdas;
    private final ConcatExpansion concats;
    private final RecordExpansion records;
    private final ClassPool pool;
    private final boolean assertions;

    /**
     * For classes of a pool, to which generated classes and methods are added.
     *
     * @param assertions whether assertions of the class path are executed; the JDK's are not
     */
    public Desugar(ClassPool pool, boolean assertions) {
        this.pool = pool;
        this.assertions = assertions;
        lambdas = new LambdaExpansion(pool);
        concats = new ConcatExpansion(pool);
        records = new RecordExpansion(pool);
    }

    /** Rewrites one method in place. */
    public void rewrite(ClassNode owner, MethodNode method) {
        if (method.instructions.size() == 0) {
            return;
        }
        if (assertions && !pool.get(owner.name).isFromJdk()) {
            Assertions.enable(method);
        } else if (Assertions.remove(owner, method)) {
            DeadCode.remove(method);
        }
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof InvokeDynamicInsnNode indy) {
                method.instructions.set(insn, expand(owner, method, indy));
            }
        }
    }

    private MethodInsnNode expand(ClassNode owner, MethodNode method, InvokeDynamicInsnNode indy) {
        Handle bootstrap = indy.bsm;
        String key = bootstrap.getOwner() + "." + bootstrap.getName();
        return switch (key) {
            case "java/lang/invoke/LambdaMetafactory.metafactory",
                    "java/lang/invoke/LambdaMetafactory.altMetafactory" -> lambdas.expand(owner, indy);
            case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
                    "java/lang/invoke/StringConcatFactory.makeConcat" -> concats.expand(owner, indy);
            case "java/lang/runtime/ObjectMethods.bootstrap" -> records.expand(owner, indy);
            default -> throw new CompileException(
                    place(owner, method, indy) + ": invokedynamic with bootstrap method " + key.replace('/', '.')
                            + " is not supported");
        };
    }

    /** {@code pkg.Class.method(File.java:42)}. */
    private static String place(ClassNode owner, MethodNode method, AbstractInsnNode insn) {
        String file = owner.sourceFile == null ? "Unknown Source" : owner.sourceFile;
        return owner.name.replace('/', '.') + "." + method.name + "(" + SourceLines.place(file, insn) + ")";
    }
}
