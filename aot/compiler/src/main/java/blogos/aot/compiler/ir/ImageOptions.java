package blogos.aot.compiler.ir;

import blogos.aot.compiler.Optimization;
import blogos.aot.compiler.model.MethodInfo;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Choices of code generation that do not change what a program does.
 *
 * @param inlining which bodies are copied between modules
 * @param variablesInMemory whether local variables are also stored where a debugger finds them until their block ends
 * @param optimizations what else makes code faster
 */
public record ImageOptions(Inlining inlining, boolean variablesInMemory, Set<Optimization> optimizations) {
    /** Whether an optimisation is on. */
    boolean has(Optimization optimization) {
        return optimizations.contains(optimization);
    }

    /**
     * Which method bodies other modules get a copy of.
     *
     * @param maxInstructions largest body in bytecode instructions, 0 for word types alone
     * @param depth how far copies of copies go
     */
    public record Inlining(int maxInstructions, int depth) {
        /** Classes whose methods stay calls: they would make fast paths larger that seldom come to them. */
        private static final Set<String> KEPT_OUT = Set.of("blogos/aot/runtime/Throw", "java/lang/StringUTF16");

        /** Whether a directly called method is worth a copy. */
        boolean copies(MethodInfo method) {
            if (method.isNative() || method.isAbstract() || method.annotation("Intrinsic") != null || method.annotation("Asm") != null
                    || method.annotation("Export") != null) {
                return false;
            }
            if (method.owner().isWord()) {
                return true;
            }
            if (KEPT_OUT.contains(method.owner().name())) {
                return false;
            }
            if (maxInstructions == 0 || method.isClassInitializer() || !method.code().tryCatchBlocks.isEmpty()) {
                return false;
            }
            int count = 0;
            for (AbstractInsnNode insn : method.code().instructions) {
                if (insn.getOpcode() >= 0) {
                    count++;
                }
            }
            return count <= maxInstructions;
        }
    }
}
