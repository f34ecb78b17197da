package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Emits jumps, switches, returns, throws, polls, and the landing pads that dispatch exceptions to handlers. */
final class ControlEmitter {
    private static final String[] COMPARISONS = {"eq", "ne", "slt", "sge", "sgt", "sle"};

    private final MethodContext c;
    private final Map<LabelNode, String> targets;
    private final VersionedCode method;
    private final InsnList instructions;
    private final boolean polls;
    private final MonitorEmitter monitors;
    private final Function<AbstractInsnNode, List<String>> neededAfter;

    /** {@code neededAfter}: the references that are needed after an instruction. */
    ControlEmitter(
            MethodContext context,
            Map<LabelNode, String> targets,
            VersionedCode method,
            Function<AbstractInsnNode, List<String>> neededAfter) {
        this.c = context;
        this.targets = targets;
        this.method = method;
        this.instructions = method.node().instructions;
        this.neededAfter = neededAfter;
        this.monitors = new MonitorEmitter(c);
        this.polls = c.module.target.polls() && !c.method.isMarked("NoPoll") && c.method.annotation("Interrupt") == null
                && !c.method.owner().isWord();
    }

    /** Emits an instruction if it transfers control; answers whether it did. */
    boolean emit(AbstractInsnNode insn, TypeTests types) {
        int opcode = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            jump(jump);
        } else if (insn instanceof TableSwitchInsnNode table) {
            int[] keys = new int[table.labels.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = table.min + i;
            }
            select(insn, keys, table.labels, table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            select(insn, lookup.keys.stream().mapToInt(Integer::intValue).toArray(), lookup.labels, lookup.dflt);
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            leave(opcode);
        } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            monitor(opcode);
        } else if (opcode == Opcodes.ATHROW) {
            Value exception = c.state.pop();
            c.checkWord(exception, Type.getObjectType("java/lang/Throwable"));
            c.nullCheck(exception);
            c.code.callNoReturn(c.runtime.get("Unwinder.raise"), exception.typed());
        } else {
            return false;
        }
        return true;
    }

    private void monitor(int opcode) {
        Value object = c.state.pop();
        if (object.isWord()) {
            throw new CompileException("word types have no identity: they cannot be locked");
        }
        c.nullCheck(object);
        if (opcode == Opcodes.MONITORENTER) {
            monitors.enter(object.operand);
        } else {
            monitors.exit(object.operand);
        }
    }

    /** Enters the monitor of a synchronized method, which is left on each way out. */
    void enterMethod(List<String> needed) {
        if (c.method.isSynchronized()) {
            monitors.enter(monitors.lockOfMethod());
            needed.forEach(c.code::keepAlive);
            c.code.setCatchesAll(true);
        }
    }

    /** Whether control never falls through an instruction. */
    boolean endsBlock(AbstractInsnNode insn) {
        if (insn.getOpcode() == Opcodes.MONITORENTER || insn.getOpcode() == Opcodes.MONITOREXIT) {
            return false;
        }
        return !(insn instanceof JumpInsnNode) || insn.getOpcode() == Opcodes.GOTO;
    }

    /** Whether the method's code polls at all. */
    boolean polls() {
        return polls;
    }

    /** Emits the check for stack overflow, preemption and safepoints. {@code needed}: references that the collector must see meanwhile. */
    void poll(List<String> needed) {
        if (!polls) {
            return;
        }
        String register = "metadata !" + c.module.debug.node("!{!\"rsp\"}");
        String read = c.module.intrinsic("llvm.read_register.i64", "i64", "metadata");
        String pointer = c.code.value("call i64 " + read + "(" + register + ")");
        String limit = c.code.value("load volatile i64, " + Tls.pointer(c.module, blogos.aot.api.Tls.STACK_LIMIT) + ", align 8");
        String below = c.code.value("icmp ult i64 " + pointer + ", " + limit);
        String slow = c.code.block();
        String next = c.code.block();
        c.code.branchUnlikely(below, slow, next);
        c.code.begin(slow);
        if (c.code.isCovered()) {
            // An unwinder that came back to a landing pad here would have to restore all registers.
            c.code.call(c.runtime.get("Poll.slow"), "");
        } else {
            c.code.emit(c.module.slowPoll(c.runtime.get("Poll.slowKeepingRegisters")));
        }
        needed.forEach(c.code::keepAlive);
        c.code.branch(next);
        c.code.begin(next);
    }

    /** Whether a loop ends by itself, and in a time that a thread which waits for this one can wait: a loop around another one may not. */
    private boolean endsSoon(AbstractInsnNode jump, LabelNode header) {
        return method.bounded().contains(jump)
                || CountedLoops.isCounted(method.node(), jump, header) && !Bytecode.hasInnerLoop(instructions, header, jump);
    }

    private void pollIfBackward(AbstractInsnNode insn, LabelNode label) {
        boolean backward = instructions.indexOf(label) <= instructions.indexOf(insn);
        if (polls && backward && !endsSoon(insn, label)) {
            poll(neededAfter.apply(insn));
        }
    }

    private void jump(JumpInsnNode insn) {
        int opcode = insn.getOpcode();
        pollIfBackward(insn, insn.label);
        String target = targets.get(insn.label);
        if (opcode == Opcodes.GOTO) {
            c.state.spill();
            c.code.branch(target);
            return;
        }
        String condition = condition(opcode);
        c.state.spill();
        String next = c.code.block();
        if (method.unlikely().contains(insn)) {
            c.code.branchUnlikely(condition, target, next);
        } else {
            c.code.branch(condition, target, next);
        }
        c.code.begin(next);
    }

    private String condition(int opcode) {
        if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
            Value value = c.state.pop();
            return c.code.value("icmp " + COMPARISONS[opcode - Opcodes.IFEQ] + " i32 " + value.operand + ", 0");
        }
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
            Value right = c.state.pop();
            Value left = c.state.pop();
            String comparison = COMPARISONS[opcode - Opcodes.IF_ICMPEQ];
            return c.code.value("icmp " + comparison + " i32 " + left.operand + ", " + right.operand);
        }
        Value right = opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE ? c.state.pop() : Value.ofNull();
        Value left = c.state.pop();
        if (left.isWord() || right.isWord()) {
            throw new CompileException("word types have no identity: compare their values, not references");
        }
        boolean equal = opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IFNULL;
        return c.code.value("icmp " + (equal ? "eq" : "ne") + " ptr " + left.operand + ", " + right.operand);
    }

    private void select(AbstractInsnNode insn, int[] keys, List<LabelNode> labels, LabelNode otherwise) {
        labels.forEach(label -> pollIfBackward(insn, label));
        Value key = c.state.pop();
        c.state.spill();
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < keys.length; i++) {
            cases.append(" i32 ").append(keys[i]).append(", label %").append(targets.get(labels.get(i)));
        }
        c.code.emit("switch i32 " + key.operand + ", label %" + targets.get(otherwise) + " [" + cases + " ]");
    }

    private void leave(int opcode) {
        if (c.method.isSynchronized()) {
            c.code.setCatchesAll(false);
            monitors.exit(monitors.lockOfMethod());
            c.code.setCatchesAll(true);
        }
        if (c.module.isWordConstructor(c.method)) {
            String type = c.module.receiverType(c.method);
            String word = c.code.value("load " + type + ", ptr " + c.code.slot(FieldEmitter.WORD_SLOT, type));
            c.code.emit("ret " + type + " " + word);
        } else if (opcode == Opcodes.RETURN) {
            c.code.emit("ret void");
        } else {
            c.code.emit("ret " + c.expect(c.state.pop(), c.method.returnType()));
        }
    }

    /**
     * Emits the landing pads: each tries its handlers in order and raises the exception again if none takes it, after a synchronized method has left its monitor.
     */
    void emitLandingPads(TypeTests types) {
        c.code.setHandlers(List.of());
        c.code.setCatchesAll(false);
        for (Map.Entry<List<TryCatchBlockNode>, String> pad : c.code.landingPads().entrySet()) {
            c.code.begin(pad.getValue());
            String pair = c.code.value("landingpad { ptr, i32 } catch ptr null");
            String exception = c.code.value("extractvalue { ptr, i32 } " + pair + ", 0");
            c.code.emit("store ptr " + exception + ", ptr " + c.code.slot("s0", "ptr"));
            boolean caughtAll = false;
            for (TryCatchBlockNode handler : pad.getKey()) {
                if (handler.type == null || handler.type.equals("java/lang/Throwable")) {
                    c.code.branch(targets.get(handler.handler));
                    caughtAll = true;
                    break;
                }
                if (c.present(handler.type) != null) {
                    String next = c.code.block();
                    c.code.branch(types.isInstance(exception, handler.type), targets.get(handler.handler), next);
                    c.code.begin(next);
                }
            }
            if (!caughtAll) {
                if (c.method.isSynchronized()) {
                    monitors.exit(monitors.lockOfMethod());
                }
                c.code.callNoReturn(c.runtime.get("Unwinder.raise"), "ptr " + exception);
            }
        }
    }
}
