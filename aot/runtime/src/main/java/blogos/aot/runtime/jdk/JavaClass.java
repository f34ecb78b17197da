package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/**
 * The {@code java.lang.Class} of images. An instance <em>is</em> the class structure that object headers point at: the compiler lays out one per class, fills the
 * fields below by name, and puts the vtable (8 bytes a slot) right behind the last field.
 */
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
    public int initState;

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

    /** Address of the interface dispatch table: 32 code addresses; 0 if no interface method can be called on instances. */
    public long interfaceTable;

    /** First quarter of the superclass display: class pointers (the u32 form that headers hold, two a field) of the superclass at depth 0 to 7. */
    public long display01;

    /** The display's depths 2 and 3. */
    public long display23;

    /** The display's depths 4 and 5. */
    public long display45;

    /** The display's depths 6 and 7. */
    public long display67;

    /** The structure of a class. */
    public static JavaClass<?> of(Class<?> c) {
        return (JavaClass<?>) (Object) c;
    }

    /** This structure as the program sees it. */
    @SuppressWarnings("unchecked")
    public Class<T> toClass() {
        return (Class<T>) (Object) this;
    }
}
