package blogos.aot.compiler.ir;

import blogos.aot.compiler.Optimization;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** The text of one LLVM module while it is being written: definitions, and declarations of whatever they mention. */
final class ModuleBuilder {
    private static final String FUNCTION_ATTRIBUTES = "nounwind";
    /** Methods that stay calls and change nothing, so that loops around them need not load again what they use. */
    private static final Set<String> READERS = Set.of("java.lang.StringUTF16.charAt:([BI)C", "java.lang.StringUTF16.getChar:([BI)C");
    private static final String LATE_POLL = "poll:prologue";

    final ClassPool pool;
    final World world;
    final Cuts cuts;
    final Target target;
    final ImageOptions options;
    final DebugInfo debug;
    final Constants constants;
    private final ClassLayout layout;

    private final StringBuilder assembly = new StringBuilder();
    private final StringBuilder globals = new StringBuilder();
    private final StringBuilder functions = new StringBuilder();
    private final Map<String, String> declarations = new TreeMap<>();
    private final Set<String> defined = new HashSet<>();
    private final Deque<InlineCopy> inlineCopies = new ArrayDeque<>();
    private final Map<String, Integer> copyDepth = new HashMap<>();
    private int currentDepth;

    /** A method whose body this module also holds, so that calls of it can be inlined. */
    record InlineCopy(MethodInfo method, int depth) {}

    ModuleBuilder(ClassPool pool, World world, Cuts cuts, Target target, ImageOptions options, ClassLayout layout, String sourcePath) {
        this.pool = pool;
        this.world = world;
        this.cuts = cuts;
        this.target = target;
        this.options = options;
        this.layout = layout;
        this.debug = new DebugInfo(pool, sourcePath);
        this.constants = new Constants(this);
    }

    /** The shape of class structures. */
    ClassLayout layout() {
        return layout;
    }

    /** Marks a symbol as defined here. */
    boolean define(String symbol) {
        return defined.add(symbol);
    }

    /** Adds a line of file-level assembly. */
    void assembly(String line) {
        assembly.append("module asm ").append(Ir.quote(line)).append('\n');
    }

    /** Adds the text of a global definition. */
    void global(String text) {
        globals.append(text).append('\n');
    }

    /** Adds the text of a function definition. */
    void addFunction(CharSequence text) {
        functions.append(text).append('\n');
    }

    /** Reference to a method's code; declares it, and keeps a copy of its body here if calls of it are worth inlining. */
    String function(MethodInfo method) {
        String symbol = method.symbol();
        declarations.computeIfAbsent(symbol, key -> "declare " + signature(method) + (READERS.contains(symbol) ? " memory(read)" : ""));
        if (options.inlining().copies(method) && !defined.contains(symbol) && !copyDepth.containsKey(symbol)
                && world.contains(method) && !world.host().has(method) && cuts.refusal(method) == null
                && (currentDepth < options.inlining().depth() || method.owner().isWord())) {
            copyDepth.put(symbol, currentDepth + 1);
            inlineCopies.add(new InlineCopy(method, currentDepth + 1));
        }
        return Ir.global(symbol);
    }

    /** Reference to code that is defined in file-level assembly. */
    String function(String symbol) {
        declarations.putIfAbsent(symbol, "declare hidden void " + Ir.global(symbol) + "()");
        return Ir.global(symbol);
    }

    /** Next body to copy into this module, or null. */
    InlineCopy nextCopy() {
        InlineCopy next = inlineCopies.poll();
        currentDepth = next == null ? 0 : next.depth();
        return next;
    }

    /** Result type, name and parameter types of a method. */
    String signature(MethodInfo method) {
        StringBuilder text = new StringBuilder(resultType(method)).append(' ').append(Ir.global(method.symbol())).append('(');
        String separator = "";
        if (hasReceiver(method)) {
            text.append(receiverType(method));
            separator = ", ";
        }
        for (Type type : method.parameterTypes()) {
            text.append(separator).append(Ir.valueType(pool, type));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    /** Whether a method has a receiver parameter: constructors of word types have none, they return the word. */
    boolean hasReceiver(MethodInfo method) {
        return !method.isStatic() && !isWordConstructor(method);
    }

    boolean isWordConstructor(MethodInfo method) {
        return method.isConstructor() && method.owner().isWord();
    }

    String receiverType(MethodInfo method) {
        return Ir.valueType(pool, Type.getObjectType(method.owner().name()));
    }

    String resultType(MethodInfo method) {
        return isWordConstructor(method) ? receiverType(method) : Ir.valueType(pool, method.returnType());
    }

    /** Reference to an outside function or intrinsic with a given declaration, for example {@code i64 @f(i64)}. */
    String intrinsic(String name, String result, String parameters) {
        declarations.putIfAbsent(name, "declare " + result + " @" + name + "(" + parameters + ") " + FUNCTION_ATTRIBUTES);
        return "@" + name;
    }

    /** Metadata for a plain load or store of memory that only accesses with the same metadata, or with none, can reach. */
    String aliasClass(String name) {
        if (!options.has(Optimization.ALIAS_CLASSES)) {
            return "";
        }
        int type = debug.node("!{!" + Ir.quote(name) + ", !" + debug.node("!{!\"java\"}") + ", i64 0}");
        return ", !tbaa !" + debug.node("!{!" + type + ", !" + type + ", i64 0}");
    }

    /** Reference to the personality routine. */
    String personality() {
        declarations.putIfAbsent("__java_personality", "declare i32 @__java_personality(...)");
        return "@__java_personality";
    }

    /** Reference to an outside symbol that is data. */
    String external(String symbol) {
        declarations.putIfAbsent(symbol, Ir.global(symbol) + " = external hidden global i8");
        return Ir.global(symbol);
    }

    /** Reference to the class structure of a class. */
    String classStructure(ClassInfo info) {
        return external(Symbols.classStructure(info.name()));
    }

    /** Reference to the class structure of an array ({@code [I}) or, by keyword, of a primitive type. */
    String classStructure(String descriptor) {
        return external(Symbols.classStructure(descriptor));
    }

    /**
     * The call of a poll's slow path, which preserves all registers. It is assembly, so that LLVM does not see a call: functions that have no other one need no frame on their fast path.
     */
    String slowPoll(MethodInfo slow) {
        return "call void asm sideeffect \"call ${0:P}\", \"i,~{memory},~{dirflag},~{fpsr},~{flags}\"(ptr " + function(slow) + ")";
    }

    /** Attribute of functions that get a poll after optimisation ({@code ProloguePolls}); defines the function with its code. */
    String latePoll(MethodInfo slow) {
        if (define(LATE_POLL)) {
            String limit = Tls.pointer(this, blogos.aot.api.Tls.STACK_LIMIT);
            String read = intrinsic("llvm.read_register.i64", "i64", "metadata");
            addFunction("define weak_odr hidden void " + Ir.global(LATE_POLL) + "() alwaysinline {\n"
                    + "  %pointer = call i64 " + read + "(metadata !" + debug.node("!{!\"rsp\"}") + ")\n"
                    + "  %limit = load volatile i64, " + limit + ", align 8\n"
                    + "  %below = icmp ult i64 %pointer, %limit\n"
                    + "  br i1 %below, label %slow, label %done, !prof !" + debug.node(FunctionBuilder.RARELY) + "\n"
                    + "slow:\n  " + slowPoll(slow) + "\n  br label %done\n"
                    + "done:\n  ret void\n}\n");
        }
        return "\"poll\" ";
    }

    /** Whether nothing is defined here. */
    boolean isEmpty() {
        return assembly.length() == 0 && globals.length() == 0 && functions.length() == 0;
    }

    /** The whole module. */
    String text() {
        StringBuilder out = new StringBuilder();
        out.append(assembly).append(globals);
        for (Map.Entry<String, String> declaration : declarations.entrySet()) {
            if (!defined.contains(declaration.getKey())) {
                out.append(declaration.getValue()).append('\n');
            }
        }
        out.append(functions);
        out.append("attributes #0 = { uwtable \"disable-tail-calls\"=\"true\" noredzone }\n");
        out.append("attributes #1 = { cold noinline noreturn nomerge }\n");
        out.append("attributes #2 = { cold noinline }\n");
        out.append("attributes #3 = { noinline \"no-poll\" }\n");
        out.append("attributes #5 = { cold noinline \"no-poll\" }\n");
        out.append("attributes #4 = { nounwind willreturn memory(inaccessiblemem: readwrite) }\n");
        debug.write(out);
        return out.toString();
    }
}
