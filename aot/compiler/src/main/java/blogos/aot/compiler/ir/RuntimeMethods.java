package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.MethodInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods of the runtime that generated code calls. */
public final class RuntimeMethods {
    private static final String PACKAGE = "blogos/aot/runtime/";

    /** All of them, as {@code Class.method}. */
    public static final List<String> NAMES = List.of(
            "Heap.newObject", "Heap.newArray", "Heap.newMultiArray",
            "Throw.nullPointer", "Throw.arrayIndex", "Throw.arithmetic", "Throw.classCast", "Throw.arrayStore",
            "Throw.abstractMethod", "Throw.unsupported", "Unwinder.raise", "ClassInit.initialize",
            "TypeCheck.isInstance", "TypeCheck.isStorable", "Poll.slow", "Poll.slowKeepingRegisters",
            "ArrayCopy.copy", "Monitors.enter", "Monitors.exit");

    private final ClassPool pool;
    private final Map<String, MethodInfo> found = new HashMap<>();

    /** Looks methods up in a pool. */
    public RuntimeMethods(ClassPool pool) {
        this.pool = pool;
    }

    /** The runtime's only method with a name such as {@code Heap.newObject}. */
    public MethodInfo get(String name) {
        return found.computeIfAbsent(name, key -> lookUp(key, null));
    }

    /** The runtime's method with a name and descriptor. */
    public MethodInfo get(String name, String descriptor) {
        return found.computeIfAbsent(name + descriptor, key -> lookUp(name, descriptor));
    }

    private MethodInfo lookUp(String name, String descriptor) {
        int dot = name.indexOf('.');
        ClassInfo owner = pool.find(PACKAGE + name.substring(0, dot));
        if (owner != null) {
            for (MethodInfo method : owner.methods()) {
                boolean matches = method.name().equals(name.substring(dot + 1))
                        && (descriptor == null || descriptor.equals(method.descriptor()));
                if (matches && method.isStatic()) {
                    return method;
                }
            }
        }
        throw new CompileException("the runtime has no method " + name + ": is aot-runtime on the class path?");
    }
}
