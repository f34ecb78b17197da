package blogos.aot.compiler.reach;

import blogos.aot.compiler.initialize.Evaluation;
import blogos.aot.compiler.initialize.HeapObject;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The results of class initialisers that ran at compile time, as far as an image needs them. */
public final class StaticData {
    private final Map<ClassInfo, Evaluation> evaluations = new HashMap<>();
    private final Map<ClassInfo, String> left = new HashMap<>();
    private final Set<FieldInfo> read = new HashSet<>();
    private final Map<ClassInfo, Set<HeapObject>> objects = new LinkedHashMap<>();

    StaticData() {}

    void add(ClassInfo info, Evaluation evaluation) {
        evaluations.put(info, evaluation);
    }

    void leave(ClassInfo info, String reason) {
        left.put(info, reason);
    }

    /** Answers whether nothing read the field before. */
    boolean addRead(FieldInfo field) {
        return read.add(field);
    }

    /** Whether code of the image reads a field. */
    public boolean isRead(FieldInfo field) {
        return read.contains(field);
    }

    /** Answers whether the object was not yet there. */
    boolean add(HeapObject object) {
        return objects.computeIfAbsent(object.maker(), key -> new LinkedHashSet<>()).add(object);
    }

    /** Whether a class has an initialiser of its own which runs in the image. */
    public boolean runsInImage(ClassInfo info) {
        return left.containsKey(info);
    }

    /** Why the class's own initialiser runs in the image, as a verb phrase; null if it does not. */
    public String reason(ClassInfo info) {
        return left.get(info);
    }

    /** Whether the initialiser of a class, a superclass or an interface with default methods runs in the image. */
    public boolean needsInitializer(ClassInfo info) {
        return runsInImage(info)
                || info.superClass() != null && needsInitializer(info.superClass())
                || !info.isInterface() && info.allInterfaces().stream().anyMatch(i -> i.hasDefaults() && runsInImage(i));
    }

    /** Initial value of a static field, as {@link Evaluation#value} describes it; null, too, if no code of the image reads the field. */
    public Object value(FieldInfo field) {
        Evaluation evaluation = read.contains(field) ? evaluations.get(field.owner()) : null;
        return evaluation == null ? null : evaluation.value(field);
    }

    /** Whether {@link #value} is what the field holds as soon as code can read it. */
    public boolean isKnown(FieldInfo field) {
        return read.contains(field) && evaluations.containsKey(field.owner()) && !needsInitializer(field.owner());
    }

    /** The objects that the initialiser of a class made and the image needs. */
    public Collection<HeapObject> objects(ClassInfo maker) {
        return objects.getOrDefault(maker, Set.of());
    }
}
