package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Field accesses of one class initialiser. It may write to the static fields of its class and to the objects it made. Of others it may only read what cannot have changed by the time it would
 * run in the image: final fields.
 */
final class Fields {
    private final Initializers initializers;
    private final ClassInfo current;
    private final Map<FieldInfo, Object> statics = new LinkedHashMap<>();

    Fields(Initializers initializers, ClassInfo current) {
        this.initializers = initializers;
        this.current = current;
        for (FieldInfo field : current.fields()) {
            Object constant = field.constantValue();
            if (constant != null) {
                statics.put(field, constant instanceof String text ? initializers.literals().string(text) : constant);
            }
        }
    }

    /** The static fields that have another value than their default. */
    Map<FieldInfo, Object> statics() {
        return statics;
    }

    void execute(FieldInsnNode insn, Frame frame) {
        FieldInfo field = initializers.present(insn.owner).resolveField(insn.name, insn.desc);
        if (field == null) {
            throw new GaveUp("uses the field " + insn.owner.replace('/', '.') + "." + insn.name + ", which is not there");
        }
        switch (insn.getOpcode()) {
            case Opcodes.GETSTATIC -> frame.push(getStatic(field));
            case Opcodes.PUTSTATIC -> putStatic(field, frame.pop());
            case Opcodes.GETFIELD -> frame.push(getField(field, frame.pop()));
            default -> {
                Object value = frame.pop();
                putField(field, frame.pop(), value);
            }
        }
    }

    private Object getStatic(FieldInfo field) {
        ClassInfo owner = field.owner();
        Integer fixed = initializers.cuts().constant(owner.name(), field.name());
        if (fixed != null) {
            return field.descriptor().equals("J") ? (Object) fixed.longValue() : fixed;
        }
        if (owner == current) {
            return statics.containsKey(field) ? statics.get(field) : defaultOf(field);
        }
        initializers.require(owner);
        Evaluation evaluation = initializers.evaluationOf(owner);
        if (evaluation == null || !field.isFinal()) {
            throw new GaveUp("reads " + field + ", which may change");
        }
        Object value = evaluation.value(field);
        return value == null ? defaultOf(field) : value;
    }

    private void putStatic(FieldInfo field, Object value) {
        if (field.owner() != current) {
            throw new GaveUp("writes to " + field);
        }
        statics.put(field, narrow(value, Type.getType(field.descriptor())));
    }

    private Object getField(FieldInfo field, Object object) {
        if (object instanceof Word word) {
            return word.value();
        }
        if (object instanceof WordUnderConstruction construction) {
            return construction.word().value();
        }
        if (!(object instanceof Instance instance)) {
            throw new GaveUp("reads " + field + " of " + (object == null ? "null" : "a class"));
        }
        if (instance.maker() != current && !field.isFinal() && !isString(field)) {
            throw new GaveUp("reads " + field + " of an object of " + instance.maker());
        }
        return instance.fields().containsKey(field) ? instance.fields().get(field) : defaultOf(field);
    }

    private void putField(FieldInfo field, Object object, Object value) {
        if (object instanceof WordUnderConstruction construction) {
            construction.set(new Word(narrow(value, Type.getType(field.descriptor()))));
        } else if (!(object instanceof Instance instance)) {
            throw new GaveUp("writes to " + field + " of " + (object == null ? "null" : "a class"));
        } else if (instance.maker() == current) {
            instance.fields().put(field, narrow(value, Type.getType(field.descriptor())));
        } else if (!isString(field)) {
            throw new GaveUp("writes to " + field + " of an object of " + instance.maker());
        }
    }

    /** A string keeps its hash code in fields that are not final; it always has the same one. */
    private static boolean isString(FieldInfo field) {
        return field.owner().name().equals(Literals.STRING);
    }

    /** What remains of an int in a variable of a smaller type. */
    Object narrow(Object value, Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> (Integer) value & 1;
            case Type.BYTE -> (int) ((Integer) value).byteValue();
            case Type.SHORT -> (int) ((Integer) value).shortValue();
            case Type.CHAR -> (int) (char) ((Integer) value).intValue();
            default -> value;
        };
    }

    private Object defaultOf(FieldInfo field) {
        Type type = Type.getType(field.descriptor());
        if (type.getSort() == Type.OBJECT && initializers.pool().isWord(type.getInternalName())) {
            return new Word(zero(initializers.pool().get(type.getInternalName()).wordType()));
        }
        return zero(type);
    }

    private static Object zero(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> 0L;
            case Type.FLOAT -> 0f;
            case Type.DOUBLE -> 0d;
            case Type.ARRAY, Type.OBJECT -> null;
            default -> 0;
        };
    }
}
