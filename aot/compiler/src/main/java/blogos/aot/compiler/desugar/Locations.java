package blogos.aot.compiler.desugar;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Says where an instruction is, for error messages. */
final class Locations {
    private Locations() {}

    /** {@code pkg.Class.method(File.java:42)}. */
    static String of(ClassNode owner, MethodNode method, AbstractInsnNode insn) {
        AbstractInsnNode at = insn;
        while (at != null && !(at instanceof LineNumberNode)) {
            at = at.getPrevious();
        }
        String file = owner.sourceFile == null ? "Unknown Source" : owner.sourceFile;
        String line = at == null ? "" : ":" + ((LineNumberNode) at).line;
        return owner.name.replace('/', '.') + "." + method.name + "(" + file + line + ")";
    }
}
