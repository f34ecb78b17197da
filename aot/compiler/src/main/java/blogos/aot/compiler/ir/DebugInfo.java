package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** The metadata of one module: debug information with Java lines, variables and types, and the few nodes instructions refer to. */
final class DebugInfo {
    /** What LLVM is told of an expression that computes nothing. */
    static final String NO_EXPRESSION = "!DIExpression()";

    /** gdb takes the end of a prologue from the line table only if the producer is an LLVM compiler by its name. */
    private static final String PRODUCER = "clang LLVM (blog_os aot)";

    private final List<String> nodes = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final List<Integer> globals = new ArrayList<>();
    private final DebugTypes types;
    private final String sourcePath;
    private final int unit;

    DebugInfo(ClassPool pool, String sourcePath) {
        this.sourcePath = sourcePath;
        this.unit = reserve();
        this.types = new DebugTypes(pool, this);
    }

    /** The types of the module. */
    DebugTypes types() {
        return types;
    }

    /** A new node; answers its number. */
    int add(String text) {
        nodes.add(text);
        return nodes.size() - 1;
    }

    /** Number of a node to which nodes may refer before {@link #set}. */
    int reserve() {
        return add(null);
    }

    void set(int reserved, String text) {
        nodes.set(reserved, text);
    }

    /** Number of the node with a text, added if new. */
    int node(String text) {
        return known.computeIfAbsent(text, this::add);
    }

    /** Number of the node that lists others. */
    int list(List<Integer> members) {
        return node(members.stream().map(member -> "!" + member).collect(Collectors.joining(", ", "!{", "}")));
    }

    /** A source file, by its path below a folder of sources. */
    private int file(String path) {
        return node("!DIFile(filename: " + Ir.quote(path) + ", directory: \"\")");
    }

    /** The subprogram of a method defined in this module. It has no linkage name: debuggers would show that. */
    int subprogram(MethodInfo method, int line) {
        int file = file(method.owner().sourcePath());
        int type = node("!DISubroutineType(types: !" + node("!{" + types.of(method.returnType()) + "}") + ")");
        return add("distinct !DISubprogram(name: " + Ir.quote(method.owner().binaryName() + "." + method.name())
                + ", scope: !" + file + ", file: !" + file + ", line: " + line + ", type: !" + type
                + ", scopeLine: " + line + ", spFlags: DISPFlagDefinition, unit: !" + unit + ")");
    }

    /** A block of source in a method, in which variables live. */
    int block(MethodInfo method, int parent) {
        return add("distinct !DILexicalBlock(scope: !" + parent + ", file: !" + file(method.owner().sourcePath()) + ")");
    }

    /**
     * A local variable of a block or subprogram.
     *
     * @param argument its place among the parameters, the receiver included, from 1 on; 0 for no parameter
     */
    int variable(String name, int argument, int scope, Type type) {
        String place = argument == 0 ? "" : ", arg: " + argument;
        String flags = argument == 1 && name.equals("this") ? ", flags: DIFlagArtificial | DIFlagObjectPointer" : "";
        return node("!DILocalVariable(name: " + Ir.quote(name) + place + ", scope: !" + scope + ", type: " + types.of(type) + flags + ")");
    }

    /** The variable of a static field, for its definition to refer to. */
    int staticField(FieldInfo field) {
        int file = file(field.owner().sourcePath());
        int variable = add("distinct !DIGlobalVariable(name: " + Ir.quote(field.owner().binaryName() + "." + field.name())
                + ", linkageName: " + Ir.quote(field.symbol()) + ", scope: !" + unit + ", file: !" + file
                + ", type: " + types.of(Type.getType(field.descriptor())) + ", isLocal: false, isDefinition: true)");
        int global = add("!DIGlobalVariableExpression(var: !" + variable + ", expr: " + NO_EXPRESSION + ")");
        globals.add(global);
        return global;
    }

    /** A source position in a subprogram or one of its blocks. */
    int location(int line, int scope) {
        return node("!DILocation(line: " + line + ", scope: !" + scope + ")");
    }

    void write(StringBuilder out) {
        set(unit, "distinct !DICompileUnit(language: DW_LANG_Java, file: !" + file(sourcePath)
                + ", producer: \"" + PRODUCER + "\", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, nameTableKind: None"
                + ", retainedTypes: !" + list(types.defined()) + ", globals: !" + list(globals) + ")");
        out.append("!llvm.dbg.cu = !{!").append(unit).append("}\n");
        out.append("!llvm.module.flags = !{!").append(nodes.size()).append(", !").append(nodes.size() + 1).append("}\n");
        for (int i = 0; i < nodes.size(); i++) {
            out.append('!').append(i).append(" = ").append(nodes.get(i)).append('\n');
        }
        out.append('!').append(nodes.size()).append(" = !{i32 2, !\"Debug Info Version\", i32 3}\n");
        out.append('!').append(nodes.size() + 1).append(" = !{i32 7, !\"Dwarf Version\", i32 5}\n");
    }
}
