package blogos.aot.compiler.initialize;

import java.util.Set;

/** A class literal. */
public final class ClassObject extends HeapObject {
    private static final Set<String> PRIMITIVES =
            Set.of("void", "boolean", "byte", "char", "short", "int", "long", "float", "double");

    private final String name;

    ClassObject(String name) {
        super(null);
        this.name = name;
    }

    /** Whether it stands for a primitive type or void. */
    public boolean isPrimitive() {
        return PRIMITIVES.contains(name);
    }

    /** Internal name of a class, descriptor of an array class, or keyword of a primitive type. */
    public String name() {
        return name;
    }
}
