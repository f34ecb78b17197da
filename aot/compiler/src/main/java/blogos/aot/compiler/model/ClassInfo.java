package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class or interface of the class path, with its place in the hierarchy and its object layout. Arrays and primitives have none. */
public final class ClassInfo {
    /** Size in bytes of an object header: 32-bit class pointer, 32-bit status. */
    public static final int HEADER_SIZE = 8;

    private final ClassPool pool;
    private final ClassNode node;
    private final boolean fromJdk;
    private final Map<String, MethodInfo> methods = new LinkedHashMap<>();
    private final Map<String, FieldInfo> fields = new LinkedHashMap<>();
    private final List<ClassInfo> interfaces = new ArrayList<>();
    private ClassInfo superClass;
    private int instanceSize = -1;
    private Set<ClassInfo> allInterfaces;
    private Set<String> assignedByMethods;

    ClassInfo(ClassPool pool, ClassNode node, boolean fromJdk) {
        this.pool = pool;
        this.node = node;
        this.fromJdk = fromJdk;
        for (MethodNode method : node.methods) {
            methods.put(method.name + method.desc, new MethodInfo(this, method));
        }
        for (FieldNode field : node.fields) {
            fields.put(field.name + ":" + field.desc, new FieldInfo(this, field));
        }
    }

    void link() {
        superClass = node.superName == null ? null : pool.get(node.superName);
        for (String name : node.interfaces) {
            interfaces.add(pool.get(name));
        }
    }

    ClassPool pool() {
        return pool;
    }

    ClassNode node() {
        return node;
    }

    /** Internal name: {@code java/util/Map$Entry}. */
    public String name() {
        return node.name;
    }

    /** Binary name: {@code java.util.Map$Entry}. */
    public String binaryName() {
        return node.name.replace('/', '.');
    }

    /** Name as {@code Class.getSimpleName} answers it: empty for anonymous classes. */
    public String simpleName() {
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.name.equals(node.name)) {
                return inner.innerName == null ? "" : inner.innerName;
            }
        }
        return node.name.substring(node.name.lastIndexOf('/') + 1);
    }

    /** Package with slashes and the source file's name: {@code java/util/Map.java}. */
    public String sourcePath() {
        String file = node.sourceFile == null ? "Unknown" : node.sourceFile;
        return node.name.substring(0, node.name.lastIndexOf('/') + 1) + file;
    }

    /** Name of the source file. */
    public String sourceFile() {
        return node.sourceFile == null ? "Unknown Source" : node.sourceFile;
    }

    /** Access flags, of the member class if it is one. */
    public int modifiers() {
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.name.equals(node.name)) {
                return inner.access & ~Opcodes.ACC_SUPER;
            }
        }
        return node.access & ~Opcodes.ACC_SUPER;
    }

    /** Whether it comes from the JDK rather than from the class path. */
    public boolean isFromJdk() {
        return fromJdk;
    }

    /** Superclass; null for Object. */
    public ClassInfo superClass() {
        return superClass;
    }

    /** Direct superinterfaces. */
    public List<ClassInfo> interfaces() {
        return interfaces;
    }

    /** Whether it is an interface. */
    public boolean isInterface() {
        return (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Whether it is abstract. */
    public boolean isAbstract() {
        return (node.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Whether it is final. */
    public boolean isFinal() {
        return (node.access & Opcodes.ACC_FINAL) != 0;
    }

    /** Whether it is an enum type (not the body of a constant). */
    public boolean isEnum() {
        return "java/lang/Enum".equals(node.superName);
    }

    /** Package with slashes; empty for the unnamed one. */
    public String packageName() {
        int slash = node.name.lastIndexOf('/');
        return slash < 0 ? "" : node.name.substring(0, slash);
    }

    /** Whether code of other packages may use it. */
    public boolean isExposed() {
        return (modifiers() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }

    /** Declared methods. */
    public Collection<MethodInfo> methods() {
        return methods.values();
    }

    /** Declared fields. */
    public Collection<FieldInfo> fields() {
        return fields.values();
    }

    void add(MethodNode method) {
        node.methods.add(method);
        methods.put(method.name + method.desc, new MethodInfo(this, method));
    }

    /** The declared method, or null. */
    public MethodInfo declared(String selector) {
        return methods.get(selector);
    }

    /** Whether a method other than the class initialiser assigns the static final field, as the natives of {@code System} do. */
    public boolean isAssignedByMethods(FieldInfo field) {
        if (assignedByMethods == null) {
            assignedByMethods = new HashSet<>();
            for (MethodNode method : node.methods) {
                for (AbstractInsnNode insn : method.instructions) {
                    if (insn instanceof FieldInsnNode access && access.getOpcode() == Opcodes.PUTSTATIC && !method.name.equals("<clinit>")) {
                        assignedByMethods.add(access.name);
                    }
                }
            }
        }
        return assignedByMethods.contains(field.name());
    }

    /** The class initialiser, or null. */
    public MethodInfo classInitializer() {
        return methods.get("<clinit>()V");
    }

    /** Whether initialising a class that implements this interface initialises the interface too (JVMS 5.5). */
    public boolean hasDefaults() {
        return isInterface() && methods.values().stream().anyMatch(m -> m.isVirtual() && !m.isAbstract());
    }

    /** Values of an annotation from the compiler's API, by its simple name; null if the class does not carry it. */
    public Map<String, Object> annotation(String simpleName) {
        return MethodInfo.values(node.invisibleAnnotations, "Lblogos/aot/api/" + simpleName + ";");
    }

    /** Length of the superclass chain: 0 for Object and interfaces' instances' base. */
    public int depth() {
        return superClass == null ? 0 : superClass.depth() + 1;
    }

    /** Whether this is {@code other} or inherits from it. */
    public boolean isSubtypeOf(ClassInfo other) {
        if (other.isInterface()) {
            return this == other || allInterfaces().contains(other);
        }
        for (ClassInfo c = this; c != null; c = c.superClass) {
            if (c == other) {
                return true;
            }
        }
        return false;
    }

    /** All superinterfaces, those of superclasses included; an interface does not contain itself. */
    public Set<ClassInfo> allInterfaces() {
        if (allInterfaces == null) {
            Set<ClassInfo> all = new LinkedHashSet<>();
            if (superClass != null) {
                all.addAll(superClass.allInterfaces());
            }
            for (ClassInfo i : interfaces) {
                all.add(i);
                all.addAll(i.allInterfaces());
            }
            allInterfaces = all;
        }
        return allInterfaces;
    }

    /** Resolves a method reference against this class (JVMS 5.4.3.3 and 5.4.3.4); null if there is none. */
    public MethodInfo resolve(String selector) {
        for (ClassInfo c = this; c != null; c = c.superClass) {
            MethodInfo method = c.methods.get(selector);
            if (method != null) {
                return method;
            }
        }
        return inInterfaces(selector);
    }

    /** Selects the method that a virtual call with the selector runs on instances of this class (JVMS 5.4.6); null if none. */
    public MethodInfo select(String selector) {
        for (ClassInfo c = this; c != null; c = c.superClass) {
            MethodInfo method = c.methods.get(selector);
            if (method != null && method.isVirtual()) {
                return method;
            }
        }
        return inInterfaces(selector);
    }

    /** The maximally specific superinterface method, a default one preferred. */
    private MethodInfo inInterfaces(String selector) {
        MethodInfo best = null;
        for (ClassInfo i : allInterfaces()) {
            MethodInfo method = i.methods.get(selector);
            if (method == null || method.isPrivate()) {
                continue;
            }
            boolean better = best == null
                    || method.owner().isSubtypeOf(best.owner())
                    || best.isAbstract() && !method.isAbstract() && !best.owner().isSubtypeOf(method.owner());
            if (better) {
                best = method;
            }
        }
        return best;
    }

    /** Resolves a field reference (JVMS 5.4.3.2); null if there is none. */
    public FieldInfo resolveField(String name, String descriptor) {
        FieldInfo field = fields.get(name + ":" + descriptor);
        if (field != null) {
            return field;
        }
        for (ClassInfo i : interfaces) {
            field = i.resolveField(name, descriptor);
            if (field != null) {
                return field;
            }
        }
        return superClass == null ? null : superClass.resolveField(name, descriptor);
    }

    /** Whether values of the class are primitives in the image. */
    public boolean isWord() {
        return annotation("Word") != null;
    }

    /** The primitive that a word class stands for. */
    public Type wordType() {
        for (FieldInfo field : fields.values()) {
            if (!field.isStatic()) {
                return Type.getType(field.descriptor());
            }
        }
        throw new CompileException(binaryName() + ": a @Word class needs one primitive instance field");
    }

    /** Size of an instance in bytes, header included, a multiple of 8. */
    public int instanceSize() {
        if (instanceSize < 0) {
            layOut();
        }
        return instanceSize;
    }

    private int unalignedEnd;

    /** Places the fields behind the superclass's, larger ones first, filling a gap at its end. */
    void layOut() {
        if (instanceSize >= 0) {
            return;
        }
        int end = HEADER_SIZE;
        if (superClass != null) {
            superClass.layOut();
            end = superClass.unalignedEnd;
        }
        List<FieldInfo> rest = new ArrayList<>();
        for (FieldInfo field : fields.values()) {
            if (!field.isStatic()) {
                rest.add(field);
            }
        }
        while (!rest.isEmpty()) {
            FieldInfo next = largestFitting(rest, end);
            int size = pool.fieldSize(next.descriptor());
            end = (end + size - 1) & -size;
            next.setOffset(end);
            end += size;
            rest.remove(next);
        }
        unalignedEnd = end;
        instanceSize = (end + 7) & -8;
    }

    private FieldInfo largestFitting(List<FieldInfo> candidates, int end) {
        FieldInfo best = null;
        int bestSize = 0;
        FieldInfo smallest = candidates.get(0);
        for (FieldInfo field : candidates) {
            int size = pool.fieldSize(field.descriptor());
            if (end % size == 0 && size > bestSize) {
                best = field;
                bestSize = size;
            }
            if (size < pool.fieldSize(smallest.descriptor())) {
                smallest = field;
            }
        }
        return best != null ? best : smallest;
    }

    /** Reference fields of instances, superclasses' included. */
    public List<FieldInfo> referenceFields() {
        List<FieldInfo> all = superClass == null ? new ArrayList<>() : superClass.referenceFields();
        for (FieldInfo field : fields.values()) {
            if (!field.isStatic() && pool.isReference(Type.getType(field.descriptor()))) {
                all.add(field);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return binaryName();
    }
}
