package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.reach.StaticData;
import java.util.HashMap;
import java.util.Map;

/** The shape of class structures (the runtime's {@code java.lang.Class}), and which classes have something to initialise. */
public final class ClassLayout {
    /** Value of {@code initState} once a class is initialised. */
    static final int INITIALIZED = 2;
    /** Superclasses that the display holds. */
    static final int DISPLAY_SIZE = 8;
    /** Slots of an interface dispatch table. */
    static final int INTERFACE_TABLE_SIZE = 32;

    private final ClassInfo javaLangClass;
    private final Cuts cuts;
    private final StaticData staticData;
    private final Map<ClassInfo, Boolean> needsInitializer = new HashMap<>();

    /** The layout for a pool. */
    public ClassLayout(ClassPool pool, Cuts cuts, StaticData staticData) {
        this.javaLangClass = pool.get("java/lang/Class");
        this.cuts = cuts;
        this.staticData = staticData;
    }

    /** The field of the class structure with a name. */
    FieldInfo field(String name) {
        for (FieldInfo field : javaLangClass.fields()) {
            if (field.name().equals(name) && !field.isStatic()) {
                return field;
            }
        }
        throw new CompileException("the runtime's java.lang.Class has no field " + name);
    }

    /** Byte offset of a field. */
    int offset(String name) {
        return field(name).offset();
    }

    /** Byte offset of the display entry for a depth. */
    int displayOffset(int depth) {
        return offset("display01") + 4 * depth;
    }

    /** Byte offset of a vtable slot. */
    int slotOffset(int slot) {
        return javaLangClass.instanceSize() + 8 * slot;
    }

    /** The class of class structures. */
    ClassInfo javaLangClass() {
        return javaLangClass;
    }

    /** Whether the class initialiser of a class, a superclass or an interface with default methods does anything. */
    public boolean needsInitializer(ClassInfo info) {
        Boolean known = needsInitializer.get(info);
        if (known == null) {
            known = hasOwn(info)
                    || info.superClass() != null && needsInitializer(info.superClass())
                    || !info.isInterface()
                            && info.interfaces().stream().anyMatch(i -> i.hasDefaults() && needsInitializer(i));
            needsInitializer.put(info, known);
        }
        return known;
    }

    /** Whether a class has an initialiser that runs in the image. */
    boolean hasOwn(ClassInfo info) {
        return info.classInitializer() != null && !cuts.skipsInitializer(info.name()) && !staticData.isEvaluated(info);
    }
}
