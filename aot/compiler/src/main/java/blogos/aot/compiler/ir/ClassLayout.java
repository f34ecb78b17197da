package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;

/** The shape of class structures (the runtime's {@code java.lang.Class}). */
public final class ClassLayout {
    /** Value of {@code initState} once a class is initialised. */
    static final int INITIALIZED = 2;
    /** Superclasses that the display holds. */
    static final int DISPLAY_SIZE = 8;
    /** Slots of an interface dispatch table. */
    static final int INTERFACE_TABLE_SIZE = 32;

    private final ClassInfo javaLangClass;

    /** The layout for a pool. */
    public ClassLayout(ClassPool pool) {
        this.javaLangClass = pool.get("java/lang/Class");
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
}
