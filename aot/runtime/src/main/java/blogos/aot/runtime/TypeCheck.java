package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.jdk.JavaClass;

/** Subtype tests where compiled code's display compare does not decide: interfaces, arrays and deep hierarchies. */
@NoPoll
public final class TypeCheck {
    private TypeCheck() {}

    /** Whether an object is an instance of a class. */
    public static boolean isInstance(Object object, Class<?> target) {
        return isSubclass(JavaClass.of(object.getClass()), JavaClass.of(target));
    }

    /** Whether an array of references may hold an object. */
    public static boolean isStorable(Object value, Object array) {
        JavaClass<?> element = JavaClass.of(array.getClass()).componentType;
        return value == null || isSubclass(JavaClass.of(value.getClass()), element);
    }

    /**
     * Whether values of class {@code c} can be assigned to variables of class {@code target} (JLS 5.2, references; a
     * primitive only to itself).
     */
    public static boolean isSubclass(JavaClass<?> c, JavaClass<?> target) {
        JavaClass<?> from = c;
        JavaClass<?> to = target;
        while (from != to && to.kind == JavaClass.KIND_ARRAY && from.kind == JavaClass.KIND_ARRAY) {
            from = from.componentType;
            to = to.componentType;
        }
        if (from == to) {
            return true;
        }
        if (from.kind == JavaClass.KIND_PRIMITIVE) {
            return false;
        }
        return switch (to.kind) {
            case JavaClass.KIND_INTERFACE -> implementsInterface(from, to);
            case JavaClass.KIND_CLASS -> to.superClass == null || inherits(from, to);
            default -> false;
        };
    }

    private static boolean inherits(JavaClass<?> c, JavaClass<?> target) {
        JavaClass<?> ancestor = c.superClass;
        while (ancestor != null && ancestor != target) {
            ancestor = ancestor.superClass;
        }
        return ancestor != null;
    }

    private static boolean implementsInterface(JavaClass<?> c, JavaClass<?> target) {
        if (c.interfaceSet == 0) {
            return false;
        }
        Address set = Address.of(c.interfaceSet);
        int wanted = ClassPointer.encode(target.toClass());
        int mask = c.interfaceMask;
        int slot = target.interfaceHash & mask;
        for (int probes = 0; probes <= mask; probes++) {
            int found = set.loadInt(slot * 4L);
            if (found == wanted) {
                return true;
            }
            if (found == 0) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        return false;
    }
}
