package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** Methods without a Java body, or with one that is about memory, whose meaning an initialiser can have at compile time. */
final class Builtins {
    private static final String UNSAFE = "jdk/internal/misc/Unsafe.";
    /** Byte offset of an array's first element. */
    private static final int ARRAY_BASE_OFFSET = 16;

    /** What a method does; the arguments begin with the receiver if there is one. The result of a void method is ignored. */
    @FunctionalInterface
    private interface Body {
        Object call(Object[] arguments);
    }

    private final ClassPool pool;
    private final ModelHeap heap;
    private final Literals literals;
    private final Map<String, Body> bodies = new HashMap<>();

    Builtins(ClassPool pool, ModelHeap heap, Literals literals, ArrayOperations arrays) {
        this.pool = pool;
        this.heap = heap;
        this.literals = literals;
        registerObjects(arrays);
        registerFloatingPoint();
        bodies.put(UNSAFE + "registerNatives", a -> null);
        bodies.put(UNSAFE + "objectFieldOffset(Ljava/lang/Class;Ljava/lang/String;)J", this::fieldOffset);
        bodies.put("java/lang/invoke/MethodHandles$Lookup.findVarHandle", this::fieldHandle);
        bodies.put("java/lang/invoke/MethodHandles$Lookup.findStaticVarHandle", a -> {
            throw new GaveUp("asks for the address of a static field");
        });
        bodies.put(UNSAFE + "arrayBaseOffset", a -> ARRAY_BASE_OFFSET);
        bodies.put(UNSAFE + "arrayIndexScale", a -> (int) (ModelHeap.sizeOf(nameOf(a[1]), 1) - ModelHeap.sizeOf(nameOf(a[1]), 0)));
    }

    private void registerObjects(ArrayOperations arrays) {
        bodies.put("java/lang/Object.<init>", a -> null);
        bodies.put("java/lang/Object.getClass", a -> literals.classObject(className((HeapObject) a[0])));
        bodies.put("java/lang/Object.clone", a -> clone(a[0], arrays));
        bodies.put("java/lang/Class.getPrimitiveClass", a -> literals.classObject(((Instance) a[0]).literal()));
        bodies.put("java/lang/Class.desiredAssertionStatus", a -> 0);
        bodies.put("java/lang/Class.isArray", a -> nameOf(a[0]).startsWith("[") ? 1 : 0);
        bodies.put("java/lang/Class.getComponentType", a -> componentType(nameOf(a[0])));
        bodies.put("java/lang/Class.getName", a -> literals.string(nameOf(a[0]).replace('/', '.')));
        bodies.put("java/lang/reflect/Array.newArray", a -> heap.newArray("[" + descriptor(nameOf(a[0])), (Integer) a[1]));
        bodies.put("java/lang/System.arraycopy", a -> {
            arrays.copy(a[0], (Integer) a[1], a[2], (Integer) a[3], (Integer) a[4]);
            return null;
        });
    }

    private void registerFloatingPoint() {
        bodies.put("java/lang/Float.floatToRawIntBits", a -> Float.floatToRawIntBits((Float) a[0]));
        bodies.put("java/lang/Float.intBitsToFloat", a -> Float.intBitsToFloat((Integer) a[0]));
        bodies.put("java/lang/Double.doubleToRawLongBits", a -> Double.doubleToRawLongBits((Double) a[0]));
        bodies.put("java/lang/Double.longBitsToDouble", a -> Double.longBitsToDouble((Long) a[0]));
        bodies.put("java/lang/Math.sqrt", a -> Math.sqrt((Double) a[0]));
        bodies.put("java/lang/StrictMath.sqrt", a -> StrictMath.sqrt((Double) a[0]));
    }

    boolean contains(MethodInfo method) {
        return find(method) != null;
    }

    Object call(MethodInfo method, Object[] arguments) {
        return find(method).call(arguments);
    }

    private Body find(MethodInfo method) {
        String name = method.owner().name() + "." + method.name();
        Body body = bodies.get(name);
        return body != null ? body : bodies.get(name + method.descriptor());
    }

    private HeapObject clone(Object object, ArrayOperations arrays) {
        if (object instanceof ArrayObject) {
            return heap.copyOf(arrays.readable(object));
        }
        throw new GaveUp("clones an object");
    }

    private static String nameOf(Object classObject) {
        if (classObject instanceof ClassObject object) {
            return object.name();
        }
        throw new GaveUp("uses null as a class");
    }

    /** Name of an object's class as {@link ClassObject#name} has it. */
    private static String className(HeapObject object) {
        return Type.getType(TypeTests.descriptorOf(object)).getInternalName();
    }

    private HeapObject componentType(String name) {
        if (!name.startsWith("[")) {
            return null;
        }
        Type element = Type.getType(name.substring(1));
        return literals.classObject(element.getSort() < Type.ARRAY ? element.getClassName() : element.getInternalName());
    }

    private static String descriptor(String name) {
        return switch (name) {
            case "boolean" -> "Z";
            case "byte" -> "B";
            case "char" -> "C";
            case "short" -> "S";
            case "int" -> "I";
            case "long" -> "J";
            case "float" -> "F";
            case "double" -> "D";
            default -> TypeTests.descriptor(name);
        };
    }

    private Object fieldOffset(Object[] arguments) {
        ClassInfo info = pool.get(nameOf(arguments[1]));
        String name = ((Instance) arguments[2]).literal();
        for (FieldInfo field : info.fields()) {
            if (field.name().equals(name) && !field.isStatic()) {
                return (long) field.offset();
            }
        }
        throw new GaveUp("asks for the offset of an unknown field of " + info);
    }

    private Object fieldHandle(Object[] arguments) {
        ClassInfo varHandle = pool.get("java/lang/invoke/VarHandle");
        Instance handle = heap.newInstance(varHandle);
        handle.fields().put(varHandle.resolveField("offset", "J"), fieldOffset(arguments));
        return handle;
    }
}
