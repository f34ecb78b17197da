package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import org.objectweb.asm.Type;

/** Subtyping between classes and arrays. */
final class TypeTests {
    private final ClassPool pool;

    TypeTests(ClassPool pool) {
        this.pool = pool;
    }

    /** The descriptor of what an operand of checkcast or anewarray names: an internal name or an array's descriptor. */
    static String descriptor(String name) {
        return name.startsWith("[") ? name : "L" + name + ";";
    }

    /** The descriptor of an object's class. */
    static String descriptorOf(HeapObject object) {
        if (object instanceof ArrayObject array) {
            return array.descriptor();
        }
        return object instanceof Instance instance ? descriptor(instance.info().name()) : "Ljava/lang/Class;";
    }

    boolean isInstance(HeapObject object, String descriptor) {
        return isSubtype(Type.getType(descriptorOf(object)), Type.getType(descriptor));
    }

    private boolean isSubtype(Type type, Type target) {
        if (type.equals(target)) {
            return true;
        }
        if (type.getSort() < Type.ARRAY || target.getSort() < Type.ARRAY) {
            return false;
        }
        if (type.getSort() == Type.ARRAY && target.getSort() == Type.ARRAY) {
            return isSubtype(element(type), element(target));
        }
        if (type.getSort() == Type.ARRAY) {
            String name = target.getInternalName();
            return name.equals("java/lang/Object") || name.equals("java/lang/Cloneable") || name.equals("java/io/Serializable");
        }
        if (target.getSort() == Type.ARRAY) {
            return false;
        }
        ClassInfo targetClass = pool.find(target.getInternalName());
        if (targetClass == null) {
            throw new GaveUp("asks for the class " + target.getClassName() + ", which is not there");
        }
        return pool.get(type.getInternalName()).isSubtypeOf(targetClass);
    }

    private static Type element(Type array) {
        return Type.getType(array.getDescriptor().substring(1));
    }
}
