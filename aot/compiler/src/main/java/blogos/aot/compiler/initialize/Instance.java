package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** An instance of a class. */
public final class Instance extends HeapObject {
    private final ClassInfo info;
    private final String literal;
    private final Map<FieldInfo, Object> fields = new LinkedHashMap<>();

    Instance(ClassInfo maker, ClassInfo info) {
        super(maker);
        this.info = info;
        this.literal = null;
    }

    /** A string literal. */
    Instance(ClassInfo string, String text) {
        super(null);
        this.info = string;
        this.literal = text;
    }

    /** The class. */
    public ClassInfo info() {
        return info;
    }

    @Override
    public String literal() {
        return literal;
    }

    /** The fields that were written, with their values as {@link Evaluation#value} describes them. */
    public Map<FieldInfo, Object> fields() {
        return fields;
    }
}
