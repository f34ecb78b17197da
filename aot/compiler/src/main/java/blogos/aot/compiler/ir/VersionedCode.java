package blogos.aot.compiler.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method's bytecode with what {@link LoopVersions} found out about instructions of it.
 *
 * @param node the code
 * @param inside accesses to array elements whose index is inside the array
 * @param bounded jumps back to the start of loops that end by themselves
 * @param unlikely conditional jumps that are hardly ever taken
 */
record VersionedCode(MethodNode node, Set<AbstractInsnNode> inside, Set<AbstractInsnNode> bounded, Set<AbstractInsnNode> unlikely) {
    /** Code nothing is known about. */
    static VersionedCode plain(MethodNode node) {
        return new VersionedCode(node, Set.of(), Set.of(), Set.of());
    }

    /** Code to which findings are to be added. */
    static VersionedCode open(MethodNode node) {
        return new VersionedCode(node, identitySet(), identitySet(), identitySet());
    }

    private static Set<AbstractInsnNode> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
