package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/**
 * The {@code java.lang.Class} of images. An instance <em>is</em> the class structure that object headers point at: the compiler lays out one per class, fills the
 * fields below by name, and puts the vtable (8 bytes a slot) right behind the last field.
 */
@Replace(value = "java.lang.Class", whole = true)
public final class JavaClass<T> {
    /** Binary name as {@code Class.getName} answers it: {@code java.lang.String}, {@code [I}, {@code int}. */
    String name;

    /** As {@code Class.getSimpleName} answers it. */
    String simpleName;

    /** Superclass; null for Object, interfaces and primitives. */
    JavaClass<?> superClass;

    /** Element class of an array class, else null. */
    JavaClass<?> componentType;

    /** Class of arrays of this class if the image has it, else null. */
    JavaClass<?> arrayClass;

    /** Enum constants, made on first use. */
    Object[] enumConstants;

    /** Thread that runs the initialiser while {@link #initState} is RUNNING. */
    Thread initThread;

    /** Size of an instance in bytes with its header, a multiple of 8; 0 for arrays and interfaces. */
    int instanceSize;

    /** Arrays: log2 of the element size. */
    int elementShift;

    /** One of the KIND constants. */
    int kind;

    /** Access flags as in the class file. */
    int modifiers;

    /** Length of the superclass chain: 0 for Object. Arrays and interfaces have 1. */
    int depth;

    /** One of the INIT constants. The compiler's fast path compares with DONE. */
    int initState;

    /** Number of slots less one (a power of two less one) of {@link #interfaceSet}. */
    int interfaceMask;

    /** Interfaces: where to start probing in an interface set. */
    int interfaceHash;

    /** Code address of {@code <clinit>}; 0 if there is none. */
    long initializer;

    /** Code address of the enum's {@code values()}; 0 if this is no enum. */
    long enumValues;

    /** Address of the reference map: u16 count, then u16 byte offsets of reference fields, superclasses' included. */
    long referenceMap;

    /** Address of the set of all superinterfaces: a linear-probing hash table of u32 class pointers, 0 = empty slot. */
    long interfaceSet;

    /** Address of the interface dispatch table: 32 code addresses; 0 if no interface method can be called on instances. */
    long interfaceTable;

    /** Superclass display: class pointers (the u32 form that headers hold, two a field) of the superclass at depth 0 to 7. */
    long display01;
    long display23;
    long display45;
    long display67;
}
