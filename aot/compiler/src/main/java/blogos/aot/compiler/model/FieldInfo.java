package blogos.aot.compiler.model;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/** A field of a loaded class. */
public final class FieldInfo {
    private final ClassInfo owner;
    private final FieldNode node;
    private int offset = -1;

    FieldInfo(ClassInfo owner, FieldNode node) {
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

    /** Type descriptor. */
    public String descriptor() {
        return node.desc;
    }

    /** Whether it is static. */
    public boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    /** Whether it is final. */
    public boolean isFinal() {
        return (node.access & Opcodes.ACC_FINAL) != 0;
    }

    /** Whether it is volatile. */
    public boolean isVolatile() {
        return (node.access & Opcodes.ACC_VOLATILE) != 0;
    }

    /** Whether code of other packages may use it. */
    public boolean isExposed() {
        return (node.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }

    /** Value of the ConstantValue attribute, or null. */
    public Object constantValue() {
        return isStatic() ? node.value : null;
    }

    /** Byte offset in instances, header included; known once the class was laid out. */
    public int offset() {
        if (offset < 0) {
            owner.layOut();
        }
        return offset;
    }

    void setOffset(int offset) {
        this.offset = offset;
    }

    /** Linker symbol of a static field. */
    public String symbol() {
        return owner.binaryName() + "." + node.name;
    }

    @Override
    public String toString() {
        return symbol();
    }
}
