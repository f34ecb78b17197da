package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.MethodInfo;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Runs the bytecode of one class initialiser and of what it calls, over {@link HeapObject}s. Throws {@link GaveUp} at what it cannot or must not do. */
final class Interpreter {
    private static final int MAX_STEPS = 500_000;
    private static final int MAX_DEPTH = 200;
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final Initializers initializers;
    private final ModelHeap heap;
    private final Fields fields;
    private final TypeTests types;
    private final ArrayOperations arrays;
    private final Builtins builtins;
    private int steps;
    private int depth;

    Interpreter(Initializers initializers, ClassInfo current, Fields fields) {
        this.initializers = initializers;
        this.heap = new ModelHeap(current);
        this.fields = fields;
        this.types = new TypeTests(initializers.pool());
        this.arrays = new ArrayOperations(current, types);
        this.builtins = new Builtins(initializers.pool(), heap, initializers.literals(), arrays);
    }

    /** Calls a method; the arguments begin with the receiver if there is one. Answers null for void. */
    Object call(MethodInfo method, Object[] arguments) {
        if (builtins.contains(method)) {
            return builtins.call(method, arguments);
        }
        boolean hasBody = !method.isNative() && !method.isAbstract() && method.annotation("Intrinsic") == null
                && initializers.cuts().refusal(method) == null;
        if (!hasBody) {
            throw new GaveUp("calls " + method);
        }
        if (depth == MAX_DEPTH) {
            throw new GaveUp("calls methods " + MAX_DEPTH + " levels deep");
        }
        depth++;
        Frame frame = new Frame(method);
        int local = 0;
        for (Object argument : arguments) {
            frame.setLocal(local, argument);
            local += argument instanceof Long || argument instanceof Double ? 2 : 1;
        }
        Object result = run(frame);
        depth--;
        return result;
    }

    private Object run(Frame frame) {
        AbstractInsnNode at = frame.method().code().instructions.getFirst();
        while (true) {
            int opcode = at.getOpcode();
            if (opcode >= 0 && ++steps > MAX_STEPS) {
                throw new GaveUp("takes more than " + MAX_STEPS + " steps");
            }
            if (opcode == Opcodes.RETURN) {
                return null;
            }
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
                return fields.narrow(frame.pop(), frame.method().returnType());
            }
            at = opcode < 0 ? at.getNext() : next(at, frame);
        }
    }

    /** Executes an instruction and answers the one after it. */
    private AbstractInsnNode next(AbstractInsnNode insn, Frame frame) {
        if (insn instanceof JumpInsnNode jump) {
            return isTaken(jump.getOpcode(), frame) ? jump.label : jump.getNext();
        }
        if (insn instanceof TableSwitchInsnNode table) {
            int value = frame.popInt();
            return value < table.min || value > table.max ? table.dflt : table.labels.get(value - table.min);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            int index = lookup.keys.indexOf(frame.popInt());
            return index < 0 ? lookup.dflt : lookup.labels.get(index);
        }
        execute(insn, frame);
        return insn.getNext();
    }

    private static boolean isTaken(int opcode, Frame frame) {
        switch (opcode) {
            case Opcodes.GOTO -> {
                return true;
            }
            case Opcodes.IFNULL -> {
                return frame.pop() == null;
            }
            case Opcodes.IFNONNULL -> {
                return frame.pop() != null;
            }
            case Opcodes.IF_ACMPEQ -> {
                return frame.pop() == frame.pop();
            }
            case Opcodes.IF_ACMPNE -> {
                return frame.pop() != frame.pop();
            }
            default -> { }
        }
        boolean comparesWithZero = opcode <= Opcodes.IFLE;
        int right = comparesWithZero ? 0 : frame.popInt();
        int left = frame.popInt();
        return switch (comparesWithZero ? opcode : opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ) {
            case Opcodes.IFEQ -> left == right;
            case Opcodes.IFNE -> left != right;
            case Opcodes.IFLT -> left < right;
            case Opcodes.IFGE -> left >= right;
            case Opcodes.IFGT -> left > right;
            default -> left <= right;
        };
    }

    private void execute(AbstractInsnNode insn, Frame frame) {
        int opcode = insn.getOpcode();
        if (Operations.execute(opcode, frame) || arrays.execute(opcode, frame) || frame.shuffle(opcode)) {
            return;
        }
        switch (opcode) {
            case Opcodes.NOP -> { }
            case Opcodes.ACONST_NULL -> frame.push(null);
            case Opcodes.ICONST_M1, Opcodes.ICONST_0, Opcodes.ICONST_1, Opcodes.ICONST_2, Opcodes.ICONST_3,
                    Opcodes.ICONST_4, Opcodes.ICONST_5 -> frame.push(opcode - Opcodes.ICONST_0);
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> frame.push((long) (opcode - Opcodes.LCONST_0));
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> frame.push((float) (opcode - Opcodes.FCONST_0));
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> frame.push((double) (opcode - Opcodes.DCONST_0));
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> frame.push(((IntInsnNode) insn).operand);
            case Opcodes.LDC -> frame.push(constant(((LdcInsnNode) insn).cst));
            case Opcodes.ILOAD, Opcodes.LLOAD, Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.ALOAD ->
                    frame.push(frame.local(((VarInsnNode) insn).var));
            case Opcodes.ISTORE, Opcodes.LSTORE, Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.ASTORE ->
                    frame.setLocal(((VarInsnNode) insn).var, frame.pop());
            case Opcodes.IINC -> {
                IincInsnNode increment = (IincInsnNode) insn;
                frame.setLocal(increment.var, (Integer) frame.local(increment.var) + increment.incr);
            }
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC, Opcodes.GETFIELD, Opcodes.PUTFIELD ->
                    fields.execute((FieldInsnNode) insn, frame);
            case Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL, Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE ->
                    invoke((MethodInsnNode) insn, frame);
            case Opcodes.NEW -> frame.push(create(((TypeInsnNode) insn).desc));
            case Opcodes.NEWARRAY -> frame.push(
                    heap.newArray(PRIMITIVE_ARRAYS[((IntInsnNode) insn).operand - Opcodes.T_BOOLEAN], frame.popInt()));
            case Opcodes.ANEWARRAY -> frame.push(
                    heap.newArray("[" + TypeTests.descriptor(((TypeInsnNode) insn).desc), frame.popInt()));
            case Opcodes.MULTIANEWARRAY -> createMultiArray((MultiANewArrayInsnNode) insn, frame);
            case Opcodes.CHECKCAST -> checkCast(((TypeInsnNode) insn).desc, frame);
            case Opcodes.INSTANCEOF -> {
                Object value = frame.pop();
                frame.push(value != null && isInstance(value, ((TypeInsnNode) insn).desc) ? 1 : 0);
            }
            case Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> frame.pop();
            case Opcodes.ATHROW -> throw new GaveUp("throws an exception");
            default -> throw new GaveUp("uses the bytecode instruction " + opcode);
        }
    }

    private Object constant(Object constant) {
        if (constant instanceof String text) {
            return initializers.literals().string(text);
        }
        if (constant instanceof Type type) {
            if (type.getSort() == Type.OBJECT) {
                initializers.present(type.getInternalName());
            }
            return initializers.literals().classObject(type.getInternalName());
        }
        return constant;
    }

    private Object create(String name) {
        ClassInfo info = initializers.present(name);
        if (info.isWord()) {
            return new WordUnderConstruction();
        }
        initializers.require(info);
        return heap.newInstance(info);
    }

    private void createMultiArray(MultiANewArrayInsnNode insn, Frame frame) {
        int[] lengths = new int[insn.dims];
        for (int i = insn.dims - 1; i >= 0; i--) {
            lengths[i] = frame.popInt();
        }
        frame.push(heap.newMultiArray(insn.desc, lengths, 0));
    }

    private void checkCast(String name, Frame frame) {
        Object value = frame.pop();
        if (value != null && !isInstance(value, name)) {
            throw new GaveUp("casts an object to a class that is not its own");
        }
        frame.push(value);
    }

    private boolean isInstance(Object value, String name) {
        if (value instanceof Word) {
            return true;
        }
        if (!name.startsWith("[")) {
            initializers.present(name);
        }
        return types.isInstance((HeapObject) value, TypeTests.descriptor(name));
    }

    private void invoke(MethodInsnNode insn, Frame frame) {
        ClassInfo named = initializers.present(insn.owner.startsWith("[") ? "java/lang/Object" : insn.owner);
        MethodInfo method = named.resolve(insn.name + insn.desc);
        if (method == null) {
            throw new GaveUp("calls " + insn.owner.replace('/', '.') + "." + insn.name + ", which is not there");
        }
        int count = method.parameterTypes().length + (method.isStatic() ? 0 : 1);
        Object[] arguments = new Object[count];
        for (int i = count - 1; i >= 0; i--) {
            arguments[i] = frame.pop();
        }
        if (method.isStatic()) {
            initializers.require(method.owner());
        } else if (arguments[0] == null) {
            throw new GaveUp("calls " + method + " on null");
        } else if (insn.getOpcode() != Opcodes.INVOKESPECIAL && method.isVirtual() && arguments[0] instanceof HeapObject receiver) {
            method = select(receiver, method);
        }
        Object result = call(method, arguments);
        if (method.returnType().getSort() != Type.VOID) {
            frame.push(result);
        }
        if (method.isConstructor() && arguments[0] instanceof WordUnderConstruction construction && construction.word() != null) {
            frame.complete(construction);
        }
    }

    private MethodInfo select(HeapObject receiver, MethodInfo method) {
        String name = receiver instanceof Instance instance
                ? instance.info().name()
                : receiver instanceof ArrayObject ? "java/lang/Object" : "java/lang/Class";
        MethodInfo selected = initializers.pool().get(name).select(method.selector());
        if (selected == null) {
            throw new GaveUp("calls " + method + ", which " + name.replace('/', '.') + " does not have");
        }
        return selected;
    }
}
