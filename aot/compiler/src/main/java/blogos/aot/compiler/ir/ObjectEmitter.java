package blogos.aot.compiler.ir;

import blogos.aot.compiler.initialize.ArrayObject;
import blogos.aot.compiler.initialize.ClassObject;
import blogos.aot.compiler.initialize.HeapObject;
import blogos.aot.compiler.initialize.Instance;
import blogos.aot.compiler.initialize.Word;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** Writes the objects that class initialisers made at compile time. Where those with references lie is listed in section {@code jobjects}, for the collector. */
final class ObjectEmitter {
    private final ModuleBuilder module;

    ObjectEmitter(ModuleBuilder module) {
        this.module = module;
    }

    /** Writes the objects that the initialiser of a class made. */
    void emit(ClassInfo maker) {
        List<String> withReferences = new ArrayList<>();
        for (HeapObject object : module.world.staticData().objects(maker)) {
            String symbol = object.symbol();
            module.define(symbol);
            String typed = object instanceof ArrayObject array ? array(array) : instance((Instance) object);
            module.global(Ir.global(symbol) + " = hidden global " + typed + ", align 8");
            if (holdsReferences(object)) {
                withReferences.add("ptr " + Ir.global(symbol));
            }
        }
        if (!withReferences.isEmpty()) {
            String symbol = "objects:" + maker.binaryName();
            module.define(symbol);
            module.global(Ir.global(symbol) + " = hidden global [" + withReferences.size() + " x ptr] ["
                    + String.join(", ", withReferences) + "], section \"jobjects\", align 8");
        }
    }

    private static boolean holdsReferences(HeapObject object) {
        return object instanceof ArrayObject array
                ? array.holdsReferences()
                : !((Instance) object).info().referenceFields().isEmpty();
    }

    private String instance(Instance instance) {
        Map<FieldInfo, String> fields = new TreeMap<>(Comparator.comparingInt(FieldInfo::offset));
        for (Map.Entry<FieldInfo, Object> entry : instance.fields().entrySet()) {
            Type type = Type.getType(entry.getKey().descriptor());
            fields.put(entry.getKey(), operand(type, entry.getValue()));
        }
        String initializer = module.constants.object(instance.info(), fields);
        return Constants.typeOf(initializer) + " " + initializer;
    }

    private String array(ArrayObject array) {
        Type elementType = Type.getType(array.descriptor().substring(1));
        String storage = Ir.storageType(module.pool, elementType);
        StringBuilder elements = new StringBuilder();
        boolean isZero = true;
        for (int i = 0; i < array.length(); i++) {
            String element = operand(elementType, array.get(i));
            isZero &= element.equals(operand(elementType, null));
            elements.append(i == 0 ? "" : ", ").append(storage).append(' ').append(element);
        }
        String type = "[" + array.length() + " x " + storage + "]";
        return "<{ i32, i32, i32, i32, " + type + " }> <{ i32 "
                + module.constants.classPointer(module.classStructure(array.descriptor())) + ", i32 0, i32 " + array.length()
                + ", i32 0, " + type + (isZero ? " zeroinitializer" : " [" + elements + "]") + " }>";
    }

    /** A value, as {@link blogos.aot.compiler.initialize.Evaluation#value} describes it, as an operand of the type in memory; the default for null. */
    String operand(Type type, Object value) {
        if (value == null) {
            return switch (Ir.storageType(module.pool, type)) {
                case "ptr" -> "null";
                case "float", "double" -> Ir.constant(0.0);
                default -> "0";
            };
        }
        if (value instanceof Word word) {
            return operand(type, word.value());
        }
        if (value instanceof Float f) {
            return Ir.constant(f.floatValue());
        }
        if (value instanceof Double d) {
            return Ir.constant(d.doubleValue());
        }
        if (value instanceof Instance instance && instance.literal() != null) {
            return module.constants.string(instance.literal());
        }
        if (value instanceof ArrayObject array && array.literal() != null) {
            return module.constants.stringValue(array.literal());
        }
        if (value instanceof ClassObject literal) {
            return module.classStructure(literal.name());
        }
        return value instanceof HeapObject object ? module.external(object.symbol()) : value.toString();
    }
}
