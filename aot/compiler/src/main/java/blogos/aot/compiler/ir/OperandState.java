package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The operand stack and the local variables during the walk over a method. Inside a basic block stack values are just operands; at its borders they go through memory slots, which LLVM promotes back to
 * registers. Locals always have a slot, except parameters that are never assigned.
 */
final class OperandState {
    private final ClassPool pool;
    private final FunctionBuilder code;
    private final List<Value> stack = new ArrayList<>();
    private final Map<Integer, Value> locals = new HashMap<>();
    private final Map<Integer, Value> fixedLocals;
    private final Set<String> nonNull = new HashSet<>();
    private final Set<String> alwaysNonNull;
    private final LocalVariables variables;

    /** {@code fixedLocals}: parameters that are never assigned; {@code alwaysNonNull}: operands that are never null. */
    OperandState(ClassPool pool, FunctionBuilder code, LocalVariables variables, Map<Integer, Value> fixedLocals,
            Set<String> alwaysNonNull) {
        this.pool = pool;
        this.code = code;
        this.variables = variables;
        this.fixedLocals = fixedLocals;
        this.alwaysNonNull = alwaysNonNull;
    }

    void push(Value value) {
        stack.add(value);
    }

    Value pop() {
        return stack.remove(stack.size() - 1);
    }

    /** The value {@code depth} entries below the top. */
    Value peek(int depth) {
        return stack.get(stack.size() - 1 - depth);
    }

    /** The stack, bottom first, for the instructions that shuffle it. */
    List<Value> stack() {
        return stack;
    }

    /** Notes that an operand was found not to be null. */
    void markNonNull(String operand) {
        nonNull.add(operand);
    }

    boolean isNonNull(String operand) {
        return nonNull.contains(operand) || alwaysNonNull.contains(operand);
    }

    /** Reads a local variable. */
    Value load(int index) {
        Value fixed = fixedLocals.get(index);
        if (fixed != null) {
            return fixed;
        }
        Value local = locals.get(index);
        if (local == null) {
            throw new CompileException("local variable " + index + " is read before it is written");
        }
        if (local.operand == null) {
            local = local.withOperand(code.value("load " + local.type + ", ptr " + code.slot(FunctionBuilder.variableSlot(index, false), local.type)));
            locals.put(index, local);
        }
        return local;
    }

    /** Reads a local variable; null if it has no value here. */
    Value loadIfKnown(int index) {
        return fixedLocals.containsKey(index) || locals.containsKey(index) ? load(index) : null;
    }

    /** Assigns a local variable. */
    void store(int index, Value value) {
        if (value.kind != Value.Kind.UNINITIALIZED_WORD) {
            code.emit("store " + value.typed() + ", ptr " + code.slot(FunctionBuilder.variableSlot(index, false), value.type));
            if (variables.isInMemory(index)) {
                code.keep(index, value);
            }
        }
        locals.put(index, value);
    }

    /** Saves the stack to its slots, before control leaves the block. */
    void spill() {
        for (int i = 0; i < stack.size(); i++) {
            Value value = stack.get(i);
            if (value.kind != Value.Kind.UNINITIALIZED_WORD) {
                code.emit("store " + value.typed() + ", ptr " + code.slot("s" + i, value.type));
            }
        }
    }

    /** Takes over the state that a stack map frame describes, at the start of a block. */
    void enter(FrameNode frame) {
        stack.clear();
        locals.clear();
        nonNull.clear();
        int index = 0;
        for (Object type : frame.local) {
            Value value = valueOf(type);
            if (value != null) {
                locals.put(index, value);
            }
            index += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        for (Object type : frame.stack) {
            Value value = valueOf(type);
            if (value.kind != Value.Kind.UNINITIALIZED_WORD) {
                String slot = code.slot("s" + stack.size(), value.type);
                value = value.withOperand(code.value("load " + value.type + ", ptr " + slot));
            }
            stack.add(value);
        }
    }

    private Value valueOf(Object type) {
        if (type == Opcodes.INTEGER) {
            return Value.ofInt(null);
        } else if (type == Opcodes.LONG) {
            return Value.ofLong(null);
        } else if (type == Opcodes.FLOAT) {
            return Value.ofFloat(null);
        } else if (type == Opcodes.DOUBLE) {
            return Value.ofDouble(null);
        } else if (type == Opcodes.TOP) {
            return null;
        } else if (type == Opcodes.NULL || type == Opcodes.UNINITIALIZED_THIS) {
            return Value.ofReference(null, null);
        } else if (type instanceof LabelNode label) {
            return uninitialized(label);
        }
        return typed((String) type, null);
    }

    private Value uninitialized(LabelNode label) {
        AbstractInsnNode insn = label;
        while (insn.getOpcode() != Opcodes.NEW) {
            insn = insn.getNext();
        }
        String name = ((TypeInsnNode) insn).desc;
        if (pool.isWord(name)) {
            return Value.uninitializedWord(name, Ir.valueType(pool, Type.getObjectType(name)), insn);
        }
        return Value.ofReference(name, null);
    }

    /** A value of a class or array type by internal name. */
    Value typed(String name, String operand) {
        if (!pool.isWord(name)) {
            return Value.ofReference(name, operand);
        }
        return Value.ofWord(name, Ir.valueType(pool, Type.getObjectType(name)), operand);
    }

    /** A value of a type. */
    Value typed(Type type, String operand) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Value.ofInt(operand);
            case Type.LONG -> Value.ofLong(operand);
            case Type.FLOAT -> Value.ofFloat(operand);
            case Type.DOUBLE -> Value.ofDouble(operand);
            default -> typed(type.getInternalName(), operand);
        };
    }

    /** After a word type's constructor: every copy of the value under construction is the word now. */
    void completeWord(Value uninitialized, String operand) {
        Value word = Value.ofWord(uninitialized.className, uninitialized.type, operand);
        stack.replaceAll(v -> v.origin != null && v.origin == uninitialized.origin ? word : v);
        for (Map.Entry<Integer, Value> local : locals.entrySet()) {
            if (local.getValue().origin != null && local.getValue().origin == uninitialized.origin) {
                store(local.getKey(), word);
            }
        }
    }
}
