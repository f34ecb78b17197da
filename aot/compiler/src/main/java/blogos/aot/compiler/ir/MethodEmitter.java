package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Optimization;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Translates the bytecode of one method: one walk in code order, taking the types at joins from the stack map frames that javac wrote.
 */
final class MethodEmitter {
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final ModuleBuilder module;
    private final MethodInfo method;
    private final VersionedCode versions;
    private final MethodNode node;
    private final FunctionBuilder code;
    private final OperandState state;
    private final MethodContext c;
    private final TypeTests types;
    private final ArithmeticEmitter arithmetic;
    private final ArrayEmitter arrays;
    private final FieldEmitter fields;
    private final CallEmitter calls;
    private final ControlEmitter control;
    private final LocalVariables variables;
    private final Map<Integer, Value> fixed = new HashMap<>();
    private final Map<LabelNode, String> targets = new IdentityHashMap<>();
    private final StringBuilder parameterList = new StringBuilder();
    private final BitSet throwPaths;
    private Liveness liveness;
    private int line;
    private boolean reachable = true;

    MethodEmitter(ModuleBuilder module, MethodInfo method, RuntimeMethods runtime, EntryPoint main) {
        this.module = module;
        this.method = method;
        this.versions = module.options.has(Optimization.LOOP_VERSIONS) ? LoopVersions.of(method.code()) : VersionedCode.plain(method.code());
        this.node = versions.node();
        this.line = firstLine();
        int subprogram = module.debug.subprogram(method, line);
        this.code = new FunctionBuilder(module, subprogram, line);
        this.variables = new LocalVariables(module, method, node, subprogram);
        Set<String> nonNull = new HashSet<>();
        this.state = new OperandState(module.pool, code, variables, fixed, nonNull);
        this.c = new MethodContext(module, code, state, runtime, method);
        this.types = new TypeTests(c);
        this.arithmetic = new ArithmeticEmitter(c);
        this.arrays = new ArrayEmitter(c);
        this.fields = new FieldEmitter(c);
        this.calls = new CallEmitter(c, new Intrinsics(c, main));
        findTargets();
        this.throwPaths = module.options.has(Optimization.COLD_THROWS) ? ThrowPaths.of(node.instructions) : new BitSet();
        this.control = new ControlEmitter(c, targets, versions, this::neededAfter);
        bindParameters(nonNull);
    }

    private int firstLine() {
        for (AbstractInsnNode insn : node.instructions) {
            if (insn instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    private void findTargets() {
        for (AbstractInsnNode insn : node.instructions) {
            if (insn instanceof JumpInsnNode jump) {
                target(jump.label);
            } else if (insn instanceof TableSwitchInsnNode table) {
                table.labels.forEach(this::target);
                target(table.dflt);
            } else if (insn instanceof LookupSwitchInsnNode lookup) {
                lookup.labels.forEach(this::target);
                target(lookup.dflt);
            }
        }
        for (TryCatchBlockNode block : node.tryCatchBlocks) {
            target(block.handler);
        }
    }

    private void target(LabelNode label) {
        targets.putIfAbsent(label, "L" + targets.size());
    }

    private void bindParameters(Set<String> nonNull) {
        Set<Integer> assigned = new HashSet<>();
        for (AbstractInsnNode insn : node.instructions) {
            if (insn instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE) {
                assigned.add(variable.var);
            } else if (insn instanceof IincInsnNode increment) {
                assigned.add(increment.var);
            }
        }
        int index = 0;
        if (module.isWordConstructor(method)) {
            String type = module.receiverType(method);
            fixed.put(0, Value.uninitializedWord(method.owner().name(), type, node.instructions.getFirst()));
            index = 1;
        } else if (!method.isStatic()) {
            Value receiver = state.typed(method.owner().name(), "%p0");
            nonNull.add("%p0");
            bind(0, receiver, assigned);
            index = 1;
        }
        for (Type type : method.parameterTypes()) {
            Value value = state.typed(type, "%p" + index);
            bind(index, value, assigned);
            index += type.getSize();
        }
    }

    private void bind(int index, Value value, Set<Integer> assigned) {
        parameterList.append(parameterList.length() == 0 ? "" : ", ").append(value.typed());
        if (assigned.contains(index)) {
            state.store(index, value);
        } else {
            fixed.put(index, value);
            if (variables.isInMemory(index)) {
                code.keepParameter(index, value);
            }
        }
    }

    /** The definition, with a linkage such as {@code "available_externally "}. */
    String emit(String linkage) {
        boolean pollsLate = mayCall() && control.polls() && module.options.has(Optimization.LATE_POLLS);
        if (mayCall() && !pollsLate) {
            control.poll(referenceParameters());
        }
        control.enterMethod(referenceParameters());
        for (AbstractInsnNode insn : node.instructions) {
            try {
                walk(insn);
            } catch (CompileException e) {
                throw new CompileException(where() + ": " + e.getMessage(), e);
            } catch (RuntimeException e) {
                throw new CompileException(where() + ": internal compiler error: " + e, e);
            }
        }
        control.emitLandingPads(types);
        variables.declare(code, fixed, line);
        String attributes = "#0";
        if (method.owner().isWord()) {
            attributes = "alwaysinline " + attributes;
        }
        if (pollsLate) {
            attributes = module.latePoll(c.runtime.get("Poll.slowKeepingRegisters")) + attributes;
        }
        if (!code.landingPads().isEmpty()) {
            attributes += " personality ptr " + module.personality();
        }
        String visibility = linkage.isEmpty() ? "hidden " : linkage;
        String name = module.resultType(method) + " " + Ir.global(method.symbol()) + "(" + parameterList + ")";
        return code.definition(visibility, name, attributes);
    }

    private String where() {
        return method.owner().binaryName() + "." + method.name() + "(" + method.owner().sourceFile() + ":" + line + ")";
    }

    /** Whether the method needs a poll at its start; a loop has its own. */
    private boolean mayCall() {
        for (AbstractInsnNode insn : node.instructions) {
            if (insn instanceof MethodInsnNode || insn instanceof TypeInsnNode || insn instanceof MultiANewArrayInsnNode
                    || insn.getOpcode() == Opcodes.NEWARRAY || insn.getOpcode() == Opcodes.MONITORENTER) {
                return true;
            }
        }
        return method.isSynchronized();
    }

    private List<String> referenceParameters() {
        List<String> references = new ArrayList<>();
        if (!method.isStatic() && !method.owner().isWord()) {
            references.add("%p0");
        }
        int index = method.isStatic() ? 0 : 1;
        for (Type type : method.parameterTypes()) {
            if (state.typed(type, null).kind == Value.Kind.REFERENCE) {
                references.add("%p" + index);
            }
            index += type.getSize();
        }
        return references;
    }

    private void walk(AbstractInsnNode insn) {
        if (insn instanceof LabelNode label && targets.containsKey(label)) {
            enterBlock(label);
        } else if (insn instanceof LineNumberNode number) {
            line = number.line;
        } else if (insn.getOpcode() >= 0 && reachable) {
            code.setLocation(line, variables.scopeAt(insn));
            code.setHandlers(handlersAt(insn));
            code.setCold(throwPaths.get(node.instructions.indexOf(insn)));
            instruction(insn);
            boolean ranInitializer = c.takeRanInitializer();
            if (reachable && (ranInitializer || mayCollect(insn))) {
                keepAlive(insn);
            }
        }
    }

    private static boolean mayCollect(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE
                || opcode == Opcodes.NEW || opcode == Opcodes.NEWARRAY || opcode == Opcodes.ANEWARRAY
                || opcode == Opcodes.MULTIANEWARRAY || opcode == Opcodes.MONITORENTER;
    }

    /**
     * Uses every reference that is still needed after a call. Otherwise LLVM could keep nothing but an address derived from it across the call, and the collector, which looks for references on the stack, would not
     * see the object. Variables that are in memory anyway need no use.
     */
    private void keepAlive(AbstractInsnNode insn) {
        neededAfter(insn).forEach(code::keepAlive);
    }

    private List<String> neededAfter(AbstractInsnNode insn) {
        if (liveness == null) {
            liveness = new Liveness(node);
        }
        Set<String> needed = new LinkedHashSet<>();
        state.stack().forEach(value -> addReference(value, needed));
        liveness.after(insn).stream()
                .filter(index -> !variables.isInMemory(index))
                .mapToObj(state::loadIfKnown)
                .forEach(value -> addReference(value, needed));
        return List.copyOf(needed);
    }

    private static void addReference(Value value, Set<String> references) {
        if (value != null && value.kind == Value.Kind.REFERENCE && value.operand.startsWith("%")) {
            references.add(value.operand);
        }
    }

    private void enterBlock(LabelNode label) {
        code.setHandlers(List.of());
        if (reachable) {
            state.spill();
            code.branch(targets.get(label));
        }
        AbstractInsnNode next = label;
        while (next != null && next.getOpcode() < 0 && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        if (!(next instanceof FrameNode frame)) {
            throw new CompileException("a jump target has no stack map frame");
        }
        code.begin(targets.get(label));
        state.enter(frame);
        reachable = true;
    }

    private List<TryCatchBlockNode> handlersAt(AbstractInsnNode insn) {
        if (node.tryCatchBlocks.isEmpty()) {
            return List.of();
        }
        int index = node.instructions.indexOf(insn);
        List<TryCatchBlockNode> covering = new ArrayList<>();
        for (TryCatchBlockNode block : node.tryCatchBlocks) {
            if (node.instructions.indexOf(block.start) <= index && index < node.instructions.indexOf(block.end)) {
                covering.add(block);
                if (block.type == null) {
                    break;
                }
            }
        }
        return covering;
    }

    private void instruction(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        arrays.setInside(versions.inside().contains(insn));
        if (arithmetic.emit(opcode) || arrays.emit(opcode) || StackShuffles.emit(opcode, state)) {
            return;
        }
        if (control.emit(insn, types)) {
            reachable = !control.endsBlock(insn);
            return;
        }
        switch (opcode) {
            case Opcodes.NOP -> { }
            case Opcodes.ACONST_NULL -> pushNull(insn);
            case Opcodes.ICONST_M1, Opcodes.ICONST_0, Opcodes.ICONST_1, Opcodes.ICONST_2, Opcodes.ICONST_3,
                    Opcodes.ICONST_4, Opcodes.ICONST_5 -> state.push(Value.ofInt(String.valueOf(opcode - Opcodes.ICONST_0)));
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> state.push(Value.ofLong(String.valueOf(opcode - Opcodes.LCONST_0)));
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 ->
                    state.push(Value.ofFloat(Ir.constant((float) (opcode - Opcodes.FCONST_0))));
            case Opcodes.DCONST_0, Opcodes.DCONST_1 ->
                    state.push(Value.ofDouble(Ir.constant((double) (opcode - Opcodes.DCONST_0))));
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> state.push(Value.ofInt(String.valueOf(((IntInsnNode) insn).operand)));
            case Opcodes.LDC -> constant(((LdcInsnNode) insn).cst);
            case Opcodes.ILOAD, Opcodes.LLOAD, Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.ALOAD ->
                    state.push(state.load(((VarInsnNode) insn).var));
            case Opcodes.ISTORE, Opcodes.LSTORE, Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.ASTORE ->
                    state.store(((VarInsnNode) insn).var, state.pop());
            case Opcodes.IINC -> increment((IincInsnNode) insn);
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC, Opcodes.GETFIELD, Opcodes.PUTFIELD -> fields.emit((FieldInsnNode) insn);
            case Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL, Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE ->
                    calls.emit((MethodInsnNode) insn);
            case Opcodes.NEW -> create(insn, ((TypeInsnNode) insn).desc);
            case Opcodes.NEWARRAY -> arrays.create(PRIMITIVE_ARRAYS[((IntInsnNode) insn).operand - Opcodes.T_BOOLEAN]);
            case Opcodes.ANEWARRAY -> {
                String element = ((TypeInsnNode) insn).desc;
                arrays.create(element.startsWith("[") ? "[" + element : "[L" + element + ";");
            }
            case Opcodes.MULTIANEWARRAY -> arrays.createMulti((MultiANewArrayInsnNode) insn);
            case Opcodes.CHECKCAST -> types.checkCast(((TypeInsnNode) insn).desc);
            case Opcodes.INSTANCEOF -> types.instanceOf(((TypeInsnNode) insn).desc);
            default -> throw new CompileException("bytecode instruction " + opcode + " is not supported");
        }
    }

    /** Null is no word: a local variable of a word type cannot take it, even where no frame says so. */
    private void pushNull(AbstractInsnNode insn) {
        if (insn.getNext() instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE && node.localVariables != null) {
            int from = node.instructions.indexOf(store);
            for (LocalVariableNode variable : node.localVariables) {
                boolean starts = variable.index == store.var
                        && node.instructions.indexOf(variable.start) <= from + 1
                        && from < node.instructions.indexOf(variable.end);
                if (starts) {
                    c.checkWord(Value.ofNull(), Type.getType(variable.desc));
                }
            }
        }
        state.push(Value.ofNull());
    }

    private void constant(Object constant) {
        if (constant instanceof Integer i) {
            state.push(Value.ofInt(i.toString()));
        } else if (constant instanceof Long l) {
            state.push(Value.ofLong(l.toString()));
        } else if (constant instanceof Float f) {
            state.push(Value.ofFloat(Ir.constant(f.floatValue())));
        } else if (constant instanceof Double d) {
            state.push(Value.ofDouble(Ir.constant(d.doubleValue())));
        } else if (constant instanceof String text) {
            state.push(Value.ofConstant("java/lang/String", module.constants.loaded(c.code, text), text));
            state.markNonNull(state.peek(0).operand);
        } else {
            classLiteral((Type) constant);
        }
    }

    private void classLiteral(Type type) {
        if (type.getSort() == Type.OBJECT && (c.present(type.getInternalName()) == null || module.pool.isWord(type.getInternalName()))) {
            c.refuse(type.getClassName());
            state.push(c.unreachableValue(Type.getObjectType("java/lang/Class")));
            return;
        }
        state.push(Value.ofConstant("java/lang/Class", module.classStructure(type.getInternalName()), type));
        state.markNonNull(state.peek(0).operand);
    }

    private void increment(IincInsnNode insn) {
        String sum = code.value("add i32 " + state.load(insn.var).operand + ", " + insn.incr);
        state.store(insn.var, Value.ofInt(sum));
    }

    private void create(AbstractInsnNode insn, String name) {
        if (module.pool.isWord(name)) {
            state.push(Value.uninitializedWord(name, Ir.valueType(module.pool, Type.getObjectType(name)), insn));
            return;
        }
        if (c.present(name) == null) {
            c.refuse(MethodContext.binaryName(name));
            state.push(Value.ofReference(name, "null"));
            return;
        }
        c.initialize(module.pool.get(name));
        String object = code.allocate(c.runtime.get("Heap.newObject"), "ptr " + types.structure(name));
        state.push(Value.ofReference(name, object));
        state.markNonNull(object);
    }
}
