package blogos.aot.compiler.model;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Where instructions come from, for messages. */
public final class SourceLines {
    private SourceLines() {}

    /** {@code File.java:42}; the file alone where the class file has no lines. */
    public static String place(String sourceFile, AbstractInsnNode insn) {
        AbstractInsnNode at = insn;
        while (at != null && !(at instanceof LineNumberNode)) {
            at = at.getPrevious();
        }
        return at == null ? sourceFile : sourceFile + ":" + ((LineNumberNode) at).line;
    }
}
