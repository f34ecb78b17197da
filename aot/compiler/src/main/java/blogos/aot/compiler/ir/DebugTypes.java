package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * Java types as a debugger sees them (DWARF 5, chapter 5). A class is a class type with its fields at their offsets and its superclass as base; a
 * variable of it is a pointer. The module of a class defines its type, all others declare it, and debuggers find the definition by the name. A word type is a
 * class type with one member, and a variable of it such a value.
 */
final class DebugTypes {
    private static final String OBJECT = "java/lang/Object";
    /** Bits of the header, of which the first half is the class pointer. */
    private static final int HEADER_BITS = ClassInfo.HEADER_SIZE * 8;

    private final ClassPool pool;
    private final DebugInfo info;
    private final List<Integer> defined = new ArrayList<>();
    private String ownName;
    private int ownNode;

    DebugTypes(ClassPool pool, DebugInfo info) {
        this.pool = pool;
        this.info = info;
    }

    /** The types that the module defines. */
    List<Integer> defined() {
        return defined;
    }

    /** Reference to the type of a variable, parameter or field; {@code null} for void. */
    String of(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> "null";
            case Type.BOOLEAN -> basic("boolean", 8, "boolean");
            case Type.BYTE -> basic("byte", 8, "signed");
            case Type.CHAR -> basic("char", 16, "UTF");
            case Type.SHORT -> basic("short", 16, "signed");
            case Type.INT -> basic("int", 32, "signed");
            case Type.LONG -> basic("long", 64, "signed");
            case Type.FLOAT -> basic("float", 32, "float");
            case Type.DOUBLE -> basic("double", 64, "float");
            case Type.OBJECT -> pool.isWord(type.getInternalName())
                    ? word(pool.get(type.getInternalName()))
                    : pointer(classType(type.getInternalName()));
            default -> pointer(declaration(type.getClassName()));
        };
    }

    private String basic(String name, int bits, String encoding) {
        return "!" + info.node("!DIBasicType(name: \"" + name + "\", size: " + bits + ", encoding: DW_ATE_" + encoding + ")");
    }

    private String word(ClassInfo word) {
        String member = member("value", of(word.wordType()), sizeBits(word.wordType()), 0);
        return "!" + info.node("!DICompositeType(tag: DW_TAG_class_type, name: " + Ir.quote(word.binaryName()) + ", size: "
                + sizeBits(word.wordType()) + ", elements: !" + info.node("!{" + member + "}") + ")");
    }

    private String pointer(int target) {
        return "!" + info.node("!DIDerivedType(tag: DW_TAG_pointer_type, baseType: !" + target + ", size: 64)");
    }

    private int classType(String name) {
        ClassInfo replacement = name.startsWith("java/") ? null : pool.find(name);
        String meant = replacement == null ? name : replacement.name();
        return meant.equals(ownName) ? ownNode : declaration(meant.replace('/', '.'));
    }

    private int declaration(String name) {
        return info.node("!DICompositeType(tag: DW_TAG_class_type, name: " + Ir.quote(name) + ", flags: DIFlagFwdDecl)");
    }

    private String member(String name, String type, int bits, int offsetBits) {
        return "!" + info.node("!DIDerivedType(tag: DW_TAG_member, name: " + Ir.quote(name) + ", baseType: " + type + ", size: " + bits
                + ", offset: " + offsetBits + ")");
    }

    private int sizeBits(Type type) {
        return pool.fieldSize(type.getDescriptor()) * 8;
    }

    /** Defines the type of the class that the module is about; before anything mentions it. */
    void define(ClassInfo own) {
        ownName = own.name();
        ownNode = info.reserve();
        List<String> members = new ArrayList<>();
        if (ownName.equals(OBJECT)) {
            members.add(member("_class", basic("uint32", 32, "unsigned"), HEADER_BITS / 2, 0));
            members.add(member("_status", basic("uint32", 32, "unsigned"), HEADER_BITS / 2, HEADER_BITS / 2));
        } else {
            members.add(base(own.superClass() == null ? OBJECT : own.superClass().name()));
        }
        for (FieldInfo field : own.fields()) {
            if (!field.isStatic()) {
                Type type = Type.getType(field.descriptor());
                members.add(member(field.name(), of(type), sizeBits(type), field.offset() * 8));
            }
        }
        int bits = own.isInterface() ? HEADER_BITS : own.instanceSize() * 8;
        info.set(ownNode, definition(own.binaryName(), bits, members));
        defined.add(ownNode);
    }

    /** Defines an array's type: its length, and its elements as an array without bound. */
    void defineArray(Type array) {
        Type element = Type.getType(array.getDescriptor().substring(1));
        int elements = info.node("!DICompositeType(tag: DW_TAG_array_type, baseType: " + of(element) + ", elements: !"
                + info.node("!{!" + info.node("!DISubrange(count: -1)") + "}") + ")");
        List<String> members = List.of(
                base(OBJECT),
                member("length", of(Type.INT_TYPE), Integer.SIZE, ArrayEmitter.LENGTH_OFFSET * 8),
                member("data", "!" + elements, 0, ArrayEmitter.DATA_OFFSET * 8));
        defined.add(info.node(definition(array.getClassName(), ArrayEmitter.DATA_OFFSET * 8, members)));
    }

    private String base(String superclass) {
        return "!" + info.node("!DIDerivedType(tag: DW_TAG_inheritance, baseType: !" + classType(superclass) + ")");
    }

    private String definition(String name, int bits, List<String> members) {
        return "!DICompositeType(tag: DW_TAG_class_type, name: " + Ir.quote(name) + ", size: " + bits + ", elements: !"
                + info.node("!{" + String.join(", ", members) + "}") + ")";
    }
}
