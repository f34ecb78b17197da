package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the initialiser of a class leaves in its static fields. */
public final class Evaluation {
    private static final int MAX_DATA_BYTES = 64 * 1024;
    /** javac's name for the array that an enum's {@code values()} copies. */
    private static final String ENUM_VALUES = "$VALUES";

    private final ClassInfo info;
    private final Map<FieldInfo, Object> statics;
    private final Set<HeapObject> numbered = new HashSet<>();
    private int dataBytes;

    /**
     * Numbers the objects that the static fields hold.
     *
     * @throws GaveUp if they are too much for an image's data
     */
    Evaluation(ClassInfo info, Map<FieldInfo, Object> statics) {
        this.info = info;
        this.statics = statics;
        statics.values().forEach(this::number);
        statics.forEach(this::findConstantArray);
    }

    private void number(Object root) {
        Deque<HeapObject> work = new ArrayDeque<>();
        visit(root, work);
        while (!work.isEmpty()) {
            HeapObject object = work.poll();
            if (object instanceof Instance instance) {
                dataBytes += instance.info().instanceSize();
                instance.fields().values().forEach(value -> visit(value, work));
                if (instance.info().name().equals(Literals.STRING)) {
                    instance.fields().values().forEach(Evaluation::markConstant);
                }
            } else if (object instanceof ArrayObject array) {
                dataBytes += (int) ModelHeap.sizeOf(array.descriptor(), array.length());
                for (int i = 0; array.holdsReferences() && i < array.length(); i++) {
                    visit(array.get(i), work);
                }
            }
            if (dataBytes > MAX_DATA_BYTES) {
                throw new GaveUp("makes more than " + MAX_DATA_BYTES + " bytes of objects");
            }
        }
    }

    private void visit(Object value, Deque<HeapObject> work) {
        if (value instanceof HeapObject object && object.maker() == info && numbered.add(object)) {
            object.setNumber(numbered.size());
            work.add(object);
        }
    }

    /** Only {@code values()} sees the array of an enum; and a final array of a JDK class that others read is a table. */
    private void findConstantArray(FieldInfo field, Object value) {
        if (field.isFinal() && (info.isFromJdk() || info.isEnum() && field.name().equals(ENUM_VALUES))) {
            markConstant(value);
        }
    }

    private static void markConstant(Object value) {
        if (value instanceof ArrayObject array && !array.isConstant()) {
            array.setConstant();
            for (int i = 0; array.holdsReferences() && i < array.length(); i++) {
                markConstant(array.get(i));
            }
        }
    }

    /**
     * The initial value of a static field: an Integer (for all types that the operand stack holds as int), Long, Float, Double, {@link Word},
     * {@link HeapObject} or null; null, too, for a field that keeps its default.
     */
    public Object value(FieldInfo field) {
        return statics.get(field);
    }
}
