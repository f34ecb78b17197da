package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Optimization;
import blogos.aot.compiler.initialize.HeapObject;
import blogos.aot.compiler.initialize.Instance;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/** Emits field accesses. */
final class FieldEmitter {
    /** Fields of the JDK that every constructor sets, and nothing to null. */
    private static final Set<String> NEVER_NULL = Set.of("java.lang.String.value", "java.lang.AbstractStringBuilder.value");

    /** Slot of the word under construction in a word type's constructor. */
    static final String WORD_SLOT = "word";

    private final MethodContext c;

    FieldEmitter(MethodContext context) {
        this.c = context;
    }

    void emit(FieldInsnNode insn) {
        Type type = Type.getType(insn.desc);
        ClassInfo owner = c.present(insn.owner);
        FieldInfo field = owner == null ? null : owner.resolveField(insn.name, insn.desc);
        boolean isStatic = insn.getOpcode() == Opcodes.GETSTATIC || insn.getOpcode() == Opcodes.PUTSTATIC;
        if (field == null) {
            emitAbsent(insn, type);
            return;
        }
        if (field.isStatic() != isStatic) {
            throw new CompileException("field " + field + (isStatic ? " is not static" : " is static"));
        }
        switch (insn.getOpcode()) {
            case Opcodes.GETSTATIC -> getStatic(field, type);
            case Opcodes.PUTSTATIC -> putStatic(field, type);
            case Opcodes.GETFIELD -> getField(field, type);
            default -> putField(field, type);
        }
    }

    private void emitAbsent(FieldInsnNode insn, Type type) {
        boolean isPut = insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC;
        if (isPut) {
            c.state.pop();
        }
        if (insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.GETFIELD) {
            c.state.pop();
        }
        c.refuse(MethodContext.binaryName(insn.owner) + "." + insn.name);
        if (!isPut) {
            c.state.push(c.unreachableValue(type));
        }
    }

    private static String ordering(FieldInfo field) {
        return field.isVolatile() ? "seq_cst" : "";
    }

    private void getStatic(FieldInfo field, Type type) {
        Integer constant = c.module.cuts.constant(field.owner().name(), field.name());
        if (constant != null) {
            c.state.push(c.state.typed(type, constant.toString()));
            return;
        }
        if (isConstant(field)) {
            pushConstant(field, type);
            return;
        }
        c.initialize(field.owner());
        c.state.push(c.loadMemory(c.module.external(field.symbol()), type, ordering(field), alias(field)));
    }

    private boolean isConstant(FieldInfo field) {
        return c.module.options.has(Optimization.STATIC_FINALS) && field.isFinal() && c.module.world.staticData().isKnown(field)
                && !field.owner().isAssignedByMethods(field);
    }

    private void pushConstant(FieldInfo field, Type type) {
        Object value = c.module.world.staticData().value(field);
        String operand = value instanceof Instance text && text.literal() != null
                ? c.module.constants.loaded(c.code, text.literal())
                : new ObjectEmitter(c.module).operand(type, value);
        if (value instanceof HeapObject object && object.literal() == null) {
            c.state.push(Value.ofConstant(type.getInternalName(), operand, object));
            c.state.markNonNull(operand);
        } else {
            c.state.push(c.state.typed(type, operand));
        }
    }

    /** Which accesses can meet an access to the field: those to the same field, and raw ones. */
    private String alias(FieldInfo field) {
        return field.isVolatile() ? "" : c.module.aliasClass(field.symbol());
    }

    private void putStatic(FieldInfo field, Type type) {
        Value value = c.state.pop();
        c.checkWord(value, type);
        c.initialize(field.owner());
        c.storeMemory(c.module.external(field.symbol()), type, value.operand, ordering(field), alias(field));
    }

    private void getField(FieldInfo field, Type type) {
        Value object = c.state.pop();
        if (object.kind == Value.Kind.WORD) {
            c.state.push(c.state.typed(type, object.operand));
            return;
        }
        c.nullCheck(object);
        Value loaded = c.loadMemory(c.at(object.operand, field.offset()), type, ordering(field), alias(field));
        c.state.push(loaded);
        if (NEVER_NULL.contains(field.symbol())) {
            c.state.markNonNull(loaded.operand);
        }
    }

    private void putField(FieldInfo field, Type type) {
        Value value = c.state.pop();
        Value object = c.state.pop();
        c.checkWord(value, type);
        if (object.kind == Value.Kind.UNINITIALIZED_WORD) {
            c.code.emit("store " + value.typed() + ", ptr " + c.code.slot(WORD_SLOT, value.type));
            return;
        }
        if (object.isWord()) {
            throw new CompileException("the field of a word type can only be set in its constructor");
        }
        c.nullCheck(object);
        c.storeMemory(c.at(object.operand, field.offset()), type, value.operand, ordering(field), alias(field));
    }
}
