package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.MethodInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The text of one LLVM function while it is being written: blocks, temporaries, slots, calls that may throw. */
final class FunctionBuilder {
    /** Branch weights of a condition that hardly ever holds. */
    static final String RARELY = "!{!\"branch_weights\", i32 1, i32 1048575}";

    final ModuleBuilder module;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder throwing = new StringBuilder();
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final Map<List<TryCatchBlockNode>, String> landingPads = new LinkedHashMap<>();
    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder entry = new StringBuilder();
    private final int subprogram;
    private StringBuilder out = body;
    private int line;
    private int scope;
    private String debugSuffix;
    private int temporaries;
    private int blocks;
    /** Whether the current instruction leads to a throw and nowhere else. */
    private boolean cold;
    /** Handlers that cover the current instruction, innermost first. */
    private List<TryCatchBlockNode> handlers = List.of();
    /** Whether exceptions that no handler covers have to pass a landing pad too. */
    private boolean catchesAll;

    FunctionBuilder(ModuleBuilder module, int subprogram, int line) {
        this.module = module;
        this.subprogram = subprogram;
        setLocation(line, subprogram);
    }

    /** Says which line of which block or subprogram the following instructions belong to. */
    void setLocation(int newLine, int newScope) {
        if (debugSuffix == null || newLine != line || newScope != scope) {
            line = newLine;
            scope = newScope;
            debugSuffix = ", !dbg !" + module.debug.location(line, scope);
        }
    }

    void setHandlers(List<TryCatchBlockNode> covering) {
        handlers = covering;
    }

    /** Whether what the following calls throw always comes to a landing pad, for a synchronized method to leave its monitor. */
    void setCatchesAll(boolean all) {
        catchesAll = all;
    }

    void setCold(boolean isCold) {
        cold = isCold;
    }

    /** Whether exceptions thrown here come to a landing pad. */
    boolean isCovered() {
        return !handlers.isEmpty() || catchesAll;
    }

    /** Landing pads asked for so far, by the handlers they serve. */
    Map<List<TryCatchBlockNode>, String> landingPads() {
        return landingPads;
    }

    /** A fresh temporary's name. */
    String temporary() {
        return "%t" + temporaries++;
    }

    /** A fresh block's name, without the percent sign. */
    String block() {
        return "b" + blocks++;
    }

    /** Emits an instruction without result. */
    void emit(String instruction) {
        out.append("  ").append(instruction).append(debugSuffix).append('\n');
    }

    /** Emits an instruction and answers its result. */
    String value(String instruction) {
        String result = temporary();
        out.append("  ").append(result).append(" = ").append(instruction).append(debugSuffix).append('\n');
        return result;
    }

    /** Starts a block. */
    void begin(String block) {
        out.append(block).append(":\n");
    }

    void branch(String block) {
        emit("br label %" + block);
    }

    void branch(String condition, String yes, String no) {
        emit("br i1 " + condition + ", label %" + yes + ", label %" + no);
    }

    /** A conditional branch whose second way is hardly ever taken. */
    void branchLikely(String condition, String likely, String unlikely) {
        emit("br i1 " + condition + ", label %" + likely + ", label %" + unlikely + ", !prof !"
                + module.debug.node("!{!\"branch_weights\", i32 1048575, i32 1}"));
    }

    /** A conditional branch whose first way is hardly ever taken. */
    void branchUnlikely(String condition, String unlikely, String likely) {
        emit("br i1 " + condition + ", label %" + unlikely + ", label %" + likely + ", !prof !"
                + module.debug.node(RARELY));
    }

    /** The memory slot of a name and type, in the function's entry block. */
    String slot(String name, String type) {
        String slot = "%" + name + "." + type;
        slots.putIfAbsent(slot, "  " + slot + " = alloca " + type + "\n");
        return slot;
    }

    /** The slot of a name and type, or null if nobody asked for it. */
    String existingSlot(String name, String type) {
        String slot = "%" + name + "." + type;
        return slots.containsKey(slot) ? slot : null;
    }

    /** Name of the slot of a local variable: the one that code uses, or the one that only a debugger reads. */
    static String variableSlot(int index, boolean forDebugger) {
        return (forDebugger ? "d" : "v") + index;
    }

    /** Stores the value of a local variable where a debugger finds it; volatile, so that LLVM leaves it there. */
    void keep(int index, Value value) {
        out.append("  ").append(keeping(index, value)).append(debugSuffix).append('\n');
    }

    /** As {@link #keep} for a parameter, before the first line. */
    void keepParameter(int index, Value value) {
        entry.append("  ").append(keeping(index, value)).append('\n');
    }

    private String keeping(int index, Value value) {
        return "store volatile " + value.typed() + ", ptr " + slot(variableSlot(index, true), value.type);
    }

    /** Adds a debug record to the entry block. */
    void declare(String record) {
        declarations.append("  ").append(record).append('\n');
    }

    /** Reserves memory in the frame. */
    String frameMemory(String type) {
        String name = "%m" + temporaries++;
        slots.put(name, "  " + name + " = alloca " + type + ", align 8\n");
        return name;
    }

    /** Calls a function that may throw. Answers the result, or null for void. */
    String call(String result, String callee, String arguments) {
        return call(result, callee, arguments, cold ? " #2" : "");
    }

    /**
     * Calls a method of the heap. It is never inlined: LLVM could move a load of the header or the length, which it is told never change, before the store that sets them.
     */
    String allocate(MethodInfo method, String arguments) {
        return call(module.resultType(method), module.function(method), arguments, cold ? " #5" : " #3");
    }

    /** Calls a function that may throw, with function attributes. */
    String call(String result, String callee, String arguments, String attributes) {
        String text = result + " " + callee + "(" + arguments + ")" + attributes;
        if (handlers.isEmpty() && !catchesAll) {
            if (result.endsWith("void")) {
                emit("call " + text);
                return null;
            }
            return value("call " + text);
        }
        String next = block();
        String invoke = "invoke " + text + " to label %" + next + " unwind label %" + landingPad();
        String answer = null;
        if (result.endsWith("void")) {
            emit(invoke);
        } else {
            answer = value(invoke);
        }
        begin(next);
        return answer;
    }

    private String landingPad() {
        return landingPads.computeIfAbsent(handlers, key -> block());
    }

    /** Calls a runtime method that may throw. */
    String call(MethodInfo method, String arguments) {
        return call(module.resultType(method), module.function(method), arguments);
    }

    /** Makes a block, out of the way, that calls a runtime method which never returns; answers its name. */
    String throwingBlock(MethodInfo thrower, String arguments) {
        StringBuilder saved = out;
        out = throwing;
        String block = block();
        begin(block);
        callNoReturn(thrower, arguments);
        out = saved;
        return block;
    }

    /** Calls a method that never returns, and ends the block. */
    void callNoReturn(MethodInfo method, String arguments) {
        call("void", module.function(method), arguments, " #1");
        emit("unreachable");
    }

    /** Uses a reference, so that it is not gone before. */
    void keepAlive(String reference) {
        emit("call void asm sideeffect \"\", \"r\"(ptr " + reference + ") #4");
    }

    /** The whole definition. */
    String definition(String linkage, String signature, String attributes) {
        return "define " + linkage + signature + " " + attributes + " !dbg !" + subprogram + " {\n"
                + "entry:\n" + String.join("", slots.values()) + declarations + entry + body + throwing + "}\n";
    }
}
