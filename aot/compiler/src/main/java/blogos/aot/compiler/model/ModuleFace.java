package blogos.aot.compiler.model;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.ModuleExportNode;
import org.objectweb.asm.tree.ModuleRequireNode;

/**
 * What a module's declaration says to others.
 *
 * @param name the module's name
 * @param isTrusted whether it is marked {@code @Trusted}
 * @param exports packages exported to everyone, with slashes
 * @param reexports modules it requires transitively
 */
record ModuleFace(String name, boolean isTrusted, Set<String> exports, Set<String> reexports) {
    private static final String TRUSTED = "Lblogos/aot/api/Trusted;";

    /** Reads a {@code module-info.class}. */
    static ModuleFace read(byte[] declaration) {
        ClassNode node = new ClassNode();
        new ClassReader(declaration).accept(node, ClassReader.SKIP_CODE);
        Set<String> exports = new HashSet<>();
        if (node.module.exports != null) {
            for (ModuleExportNode export : node.module.exports) {
                if (export.modules == null || export.modules.isEmpty()) {
                    exports.add(export.packaze);
                }
            }
        }
        Set<String> reexports = new HashSet<>();
        for (ModuleRequireNode required : node.module.requires) {
            if ((required.access & Opcodes.ACC_TRANSITIVE) != 0) {
                reexports.add(required.module);
            }
        }
        return new ModuleFace(node.module.name, MethodInfo.values(node.invisibleAnnotations, TRUSTED) != null, exports, reexports);
    }
}
