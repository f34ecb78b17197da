package blogos.aot.runtime.jdk;

import blogos.aot.api.Address;
import blogos.aot.api.CallPointer;
import blogos.aot.api.Intrinsic;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Replace;
import blogos.aot.runtime.ClassInit;
import blogos.aot.runtime.Roots;
import blogos.aot.runtime.TypeCheck;
import java.lang.reflect.Field;

/**
 * The {@code java.lang.Class} of images. An instance <em>is</em> the class structure that object headers point at: the
 * compiler lays out one per class, fills the fields below by name, and puts the vtable (8 bytes a slot) right behind
 * the last field.
 */
@NoPoll
@Replace(value = "java.lang.Class", whole = true)
public final class JavaClass<T> {
    /** Value of {@link #kind}: an ordinary class. */
    public static final int KIND_CLASS = 0;

    /** Value of {@link #kind}: an interface. */
    public static final int KIND_INTERFACE = 1;

    /** Value of {@link #kind}: an array class. */
    public static final int KIND_ARRAY = 2;

    /** Value of {@link #kind}: a primitive type or void. */
    public static final int KIND_PRIMITIVE = 3;

    /** Value of {@link #initState}: the initialiser has not run. */
    public static final int INIT_NONE = 0;

    /** Value of {@link #initState}: {@link #initThread} runs the initialiser. */
    public static final int INIT_RUNNING = 1;

    /** Value of {@link #initState}: initialised. */
    public static final int INIT_DONE = 2;

    /** Value of {@link #initState}: the initialiser threw an exception. */
    public static final int INIT_FAILED = 3;

    private static final int ACC_SYNTHETIC = 0x1000;
    private static final int ACC_ANNOTATION = 0x2000;
    private static final int ACC_ENUM = 0x4000;

    /** Binary name as {@code Class.getName} answers it: {@code java.lang.String}, {@code [I}, {@code int}. */
    public String name;

    /** As {@code Class.getSimpleName} answers it. */
    public String simpleName;

    /** Superclass; null for Object, interfaces and primitives. */
    public JavaClass<?> superClass;

    /** Element class of an array class, else null. */
    public JavaClass<?> componentType;

    /** Class of arrays of this class if the image has it, else null. */
    public JavaClass<?> arrayClass;

    /** Enum constants, made on first use. */
    public Object[] enumConstants;

    /** Thread that runs the initialiser while {@link #initState} is RUNNING. */
    public Thread initThread;

    /** What later attempts to use the class get as cause, while {@link #initState} is FAILED. */
    public Throwable initFailure;

    /** Size of an instance in bytes with its header, a multiple of 8; 0 for arrays and interfaces. */
    public int instanceSize;

    /** Arrays: log2 of the element size. */
    public int elementShift;

    /** One of the KIND constants. */
    public int kind;

    /** Access flags as in the class file. */
    public int modifiers;

    /** Length of the superclass chain: 0 for Object. Arrays and interfaces have 1. */
    public int depth;

    /** One of the INIT constants. The compiler's fast path compares with DONE. */
    public volatile int initState;

    /** Number of slots less one (a power of two less one) of {@link #interfaceSet}. */
    public int interfaceMask;

    /** Interfaces: where to start probing in an interface set. */
    public int interfaceHash;

    /** Code address of {@code <clinit>}; 0 if there is none. */
    public long initializer;

    /** Code address of the enum's {@code values()}; 0 if this is no enum. */
    public long enumValues;

    /** Address of the reference map: u16 count, then u16 byte offsets of reference fields, superclasses' included. */
    public long referenceMap;

    /** Address of the set of all superinterfaces: a linear-probing hash table of u32 class pointers, 0 = empty slot. */
    public long interfaceSet;

    /**
     * Address of the superinterfaces that initialising this class initialises, in order: u32 count, then u32 class
     * pointers; 0 if there are none.
     */
    public long initInterfaces;

    /**
     * Address of the interface dispatch table: 32 code addresses; 0 if no interface method can be called on instances.
     */
    public long interfaceTable;

    /**
     * First quarter of the superclass display: class pointers (the u32 form that headers hold, two a field) of the
     * superclass at depth 0 to 7.
     */
    public long display01;

    /** The display's depths 2 and 3. */
    public long display23;

    /** The display's depths 4 and 5. */
    public long display45;

    /** The display's depths 6 and 7. */
    public long display67;

    private JavaClass() {}

    /** The structure of a class. */
    public static JavaClass<?> of(Class<?> c) {
        return (JavaClass<?>) (Object) c;
    }

    /** This structure as the program sees it. */
    @SuppressWarnings("unchecked")
    public Class<T> toClass() {
        return (Class<T>) (Object) this;
    }

    @Intrinsic
    static native Class<?> getPrimitiveClass(String name);

    @CallPointer
    private static native Object[] callValues(Address code);

    public String getName() {
        return name;
    }

    public String getSimpleName() {
        return kind == KIND_ARRAY ? componentType.getSimpleName() + "[]" : simpleName;
    }

    public String getTypeName() {
        return kind == KIND_ARRAY ? componentType.getTypeName() + "[]" : name;
    }

    /** Null for local and anonymous classes; told by the binary name, in which javac puts a digit before theirs. */
    public String getCanonicalName() {
        if (kind == KIND_ARRAY) {
            String component = componentType.getCanonicalName();
            return component == null ? null : component + "[]";
        }
        int end = name.length() - simpleName.length();
        boolean local = simpleName.isEmpty() || end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9';
        return local ? null : name.replace('$', '.');
    }

    public String getPackageName() {
        JavaClass<?> element = this;
        while (element.kind == KIND_ARRAY) {
            element = element.componentType;
        }
        if (element.kind == KIND_PRIMITIVE) {
            return "java.lang";
        }
        int dot = element.name.lastIndexOf('.');
        return dot < 0 ? "" : element.name.substring(0, dot);
    }

    public boolean isInterface() {
        return kind == KIND_INTERFACE;
    }

    public boolean isArray() {
        return kind == KIND_ARRAY;
    }

    public boolean isPrimitive() {
        return kind == KIND_PRIMITIVE;
    }

    public boolean isAnnotation() {
        return (modifiers & ACC_ANNOTATION) != 0;
    }

    public boolean isSynthetic() {
        return (modifiers & ACC_SYNTHETIC) != 0;
    }

    public boolean isEnum() {
        return (modifiers & ACC_ENUM) != 0 && superClass != null && superClass.toClass() == Enum.class;
    }

    public boolean isRecord() {
        return superClass != null && superClass.toClass() == Record.class;
    }

    public boolean isAnonymousClass() {
        return kind != KIND_ARRAY && simpleName.isEmpty();
    }

    public boolean isHidden() {
        return false;
    }

    public boolean desiredAssertionStatus() {
        return false;
    }

    public int getModifiers() {
        return modifiers;
    }

    public boolean isInstance(Object object) {
        return object != null && TypeCheck.isInstance(object, toClass());
    }

    public boolean isAssignableFrom(Class<?> c) {
        return TypeCheck.isSubclass(of(c), this);
    }

    /** Object for arrays, as for every class whose superclass is Object; null for interfaces, primitives and Object. */
    public Class<?> getSuperclass() {
        if (kind == KIND_ARRAY) {
            return Object.class;
        }
        return superClass == null ? null : superClass.toClass();
    }

    public Class<?> getComponentType() {
        return componentType == null ? null : componentType.toClass();
    }

    public Class<?> componentType() {
        return getComponentType();
    }

    /** Arrays of this class, which the image has if its code names them. */
    public Class<?> arrayType() {
        if (arrayClass == null) {
            throw new UnsupportedOperationException("the image has no class of arrays of " + name);
        }
        return arrayClass.toClass();
    }

    public ClassLoader getClassLoader() {
        return null;
    }

    @SuppressWarnings("unchecked")
    public T[] getEnumConstants() {
        T[] shared = getEnumConstantsShared();
        return shared == null ? null : shared.clone();
    }

    @SuppressWarnings("unchecked")
    T[] getEnumConstantsShared() {
        if (enumConstants == null && enumValues != 0) {
            if (initState != INIT_DONE) {
                ClassInit.initialize(toClass());
            }
            enumConstants = callValues(Address.of(enumValues));
            Roots.keep(this, enumConstants);
        }
        return (T[]) enumConstants;
    }

    @SuppressWarnings("unchecked")
    public T cast(Object object) {
        if (object != null && !isInstance(object)) {
            throw new ClassCastException("Cannot cast " + object.getClass().getName() + " to " + name);
        }
        return (T) object;
    }

    @SuppressWarnings("unchecked")
    public <U> Class<? extends U> asSubclass(Class<U> c) {
        if (!TypeCheck.isSubclass(this, of(c))) {
            throw new ClassCastException(toString());
        }
        return (Class<? extends U>) toClass();
    }

    public static Class<?> forName(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    /**
     * Null: there is no reflection on members. Library code uses it to find field offsets, which {@code Unsafe} then
     * gets from the compiler.
     */
    public Field getDeclaredField(String name) {
        return null;
    }

    @Override
    public String toString() {
        return kind == KIND_PRIMITIVE ? name : (kind == KIND_INTERFACE ? "interface " : "class ") + name;
    }
}
