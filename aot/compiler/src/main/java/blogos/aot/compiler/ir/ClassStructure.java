package blogos.aot.compiler.ir;

import java.util.Map;
import java.util.TreeMap;

/** The initialiser of one class structure while it is being put together: fields by name, then the vtable. */
final class ClassStructure {
    /** A field's place and content. */
    private record Entry(int size, String typed) {}

    private final ModuleBuilder module;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    ClassStructure(ModuleBuilder module) {
        this.module = module;
        put(0, 4, "i32 " + module.constants.classPointer(module.classStructure(module.layout().javaLangClass())));
    }

    private void put(int offset, int size, String typed) {
        entries.put(offset, new Entry(size, typed));
    }

    ClassStructure reference(String field, String operand) {
        put(module.layout().offset(field), 8, "ptr " + operand);
        return this;
    }

    ClassStructure number(String field, int value) {
        put(module.layout().offset(field), 4, "i32 " + value);
        return this;
    }

    /** A code or data address in a field of type long. */
    ClassStructure address(String field, String operand) {
        put(module.layout().offset(field), 8, "ptr " + operand);
        return this;
    }

    ClassStructure display(int depth, String structure) {
        put(module.layout().displayOffset(depth), 4, "i32 " + module.constants.classPointer(structure));
        return this;
    }

    ClassStructure slot(int index, String function) {
        put(module.layout().slotOffset(index), 8, "ptr " + function);
        return this;
    }

    /** Defines the structure's symbol. */
    void define(String symbol) {
        StringBuilder text = new StringBuilder("<{ ");
        int end = 0;
        for (Map.Entry<Integer, Entry> entry : entries.entrySet()) {
            if (entry.getKey() > end) {
                text.append(", [").append(entry.getKey() - end).append(" x i8] zeroinitializer");
            }
            text.append(end == 0 ? "" : ", ").append(entry.getValue().typed());
            end = entry.getKey() + entry.getValue().size();
        }
        Constants.pad(text, module.layout().slotOffset(0) - end);
        text.append(" }>");
        module.define(symbol);
        module.global(Ir.global(symbol) + " = hidden global " + Constants.typeOf(text.toString()) + " " + text + ", align 16");
    }
}
