package blogos.aot.compiler.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** A method of a loaded class. */
public final class MethodInfo {
    private static final String API = "Lblogos/aot/api/";

    private final ClassInfo owner;
    private final MethodNode node;
    private boolean prepared;

    MethodInfo(ClassInfo owner, MethodNode node) {
        this.owner = owner;
        this.node = node;
    }

    /** The declaring class. */
    public ClassInfo owner() {
        return owner;
    }

    /** Simple name. */
    public String name() {
        return node.name;
    }

    /** Method descriptor. */
    public String descriptor() {
        return node.desc;
    }

    /** Name and descriptor: what overriding goes by. */
    public String selector() {
        return node.name + node.desc;
    }

    /** The method as read, rewritten to plain bytecode on first use (no invokedynamic, no assertion tests). */
    public MethodNode code() {
        if (!prepared) {
            prepared = true;
            owner.pool().prepare(this);
        }
        return node;
    }

    MethodNode node() {
        return node;
    }

    /** Whether it is static. */
    public boolean isStatic() {
        return has(Opcodes.ACC_STATIC);
    }

    /** Whether it has no body. */
    public boolean isAbstract() {
        return has(Opcodes.ACC_ABSTRACT);
    }

    /** Whether it is native. */
    public boolean isNative() {
        return has(Opcodes.ACC_NATIVE);
    }

    /** Whether it is synchronized. */
    public boolean isSynchronized() {
        return has(Opcodes.ACC_SYNCHRONIZED);
    }

    /** Whether it is private. */
    public boolean isPrivate() {
        return has(Opcodes.ACC_PRIVATE);
    }

    /** Whether it is an instance initialiser. */
    public boolean isConstructor() {
        return node.name.equals("<init>");
    }

    /** Whether it is a class initialiser. */
    public boolean isClassInitializer() {
        return node.name.equals("<clinit>");
    }

    /** Whether calls of it select by the receiver's class. */
    public boolean isVirtual() {
        return !isStatic() && !isPrivate() && !isConstructor();
    }

    /** Whether it cannot be overridden. */
    public boolean isFinal() {
        return has(Opcodes.ACC_FINAL) || owner.isFinal();
    }

    /** Whether code of other packages may call or override it. */
    public boolean isExposed() {
        return has(Opcodes.ACC_PUBLIC) || has(Opcodes.ACC_PROTECTED);
    }

    private boolean has(int flag) {
        return (node.access & flag) != 0;
    }

    /** Parameter types without the receiver. */
    public Type[] parameterTypes() {
        return Type.getArgumentTypes(node.desc);
    }

    /** Result type. */
    public Type returnType() {
        return Type.getReturnType(node.desc);
    }

    /** Values of an annotation from the compiler's API, by its simple name; null if the method does not carry it. */
    public Map<String, Object> annotation(String simpleName) {
        return values(node.invisibleAnnotations, API + simpleName + ";");
    }

    /** Whether the method or its class carries an annotation from the compiler's API. */
    public boolean isMarked(String simpleName) {
        return annotation(simpleName) != null || owner.annotation(simpleName) != null;
    }

    static Map<String, Object> values(List<AnnotationNode> annotations, String descriptor) {
        if (annotations == null) {
            return null;
        }
        for (AnnotationNode annotation : annotations) {
            if (annotation.desc.equals(descriptor)) {
                Map<String, Object> values = new HashMap<>();
                for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
                    values.put((String) annotation.values.get(i), annotation.values.get(i + 1));
                }
                return values;
            }
        }
        return null;
    }

    /** Linker symbol. */
    public String symbol() {
        Map<String, Object> export = annotation("Export");
        return export != null ? (String) export.get("value") : owner.binaryName() + "." + node.name + ":" + node.desc;
    }

    /** Where an instruction of the method is: {@code pkg.Class.method(File.java:42)}. */
    public String locationOf(AbstractInsnNode insn) {
        return owner.binaryName() + "." + node.name + "(" + SourceLines.place(owner.sourceFile(), insn) + ")";
    }

    @Override
    public String toString() {
        return owner.binaryName() + "." + node.name + node.desc;
    }
}
