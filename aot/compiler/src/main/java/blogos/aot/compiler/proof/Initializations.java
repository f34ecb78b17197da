package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.StaticData;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds the instructions that may run a class initialiser (JVMS 5.5) in the image. */
final class Initializations {
    private final ClassPool pool;
    private final Cuts cuts;
    private final StaticData staticData;

    Initializations(ClassPool pool, Cuts cuts, StaticData staticData) {
        this.pool = pool;
        this.cuts = cuts;
        this.staticData = staticData;
    }

    /** The effect of an instruction as a verb phrase, or null. */
    String effect(MethodInfo method, AbstractInsnNode insn) {
        ClassInfo used = usedBy(insn);
        boolean isInside = used != null && method.owner().isSubtypeOf(used) && !used.isInterface();
        return used == null || isInside ? null : effect(used);
    }

    /** What initialising a class does, as a verb phrase, or null. */
    String effect(ClassInfo used) {
        if (!staticData.needsInitializer(used)) {
            return null;
        }
        ClassInfo left = Stream.concat(superclasses(used), used.allInterfaces().stream())
                .filter(staticData::runsInImage)
                .findFirst()
                .orElse(used);
        return "may run the initialiser of " + left + ", which " + staticData.reason(left);
    }

    private static Stream<ClassInfo> superclasses(ClassInfo info) {
        return Stream.iterate(info, c -> c != null, ClassInfo::superClass);
    }

    private ClassInfo usedBy(AbstractInsnNode insn) {
        switch (insn.getOpcode()) {
            case Opcodes.NEW -> {
                ClassInfo info = find(((TypeInsnNode) insn).desc);
                return info == null || info.isWord() ? null : info;
            }
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> {
                FieldInsnNode access = (FieldInsnNode) insn;
                ClassInfo info = find(access.owner);
                FieldInfo field = info == null ? null : info.resolveField(access.name, access.desc);
                boolean isFixed = field == null || cuts.constant(field.owner().name(), field.name()) != null;
                return isFixed ? null : field.owner();
            }
            case Opcodes.INVOKESTATIC -> {
                MethodInsnNode call = (MethodInsnNode) insn;
                ClassInfo info = find(call.owner);
                MethodInfo method = info == null ? null : info.resolve(call.name + call.desc);
                return method == null ? null : method.owner();
            }
            default -> {
                return null;
            }
        }
    }

    private ClassInfo find(String name) {
        return cuts.isAbsent(name) ? null : pool.find(name);
    }
}
