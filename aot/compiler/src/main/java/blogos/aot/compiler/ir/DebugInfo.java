package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metadata of one module: debug information with Java lines, and the few nodes instructions refer to. */
final class DebugInfo {
    private final List<String> nodes = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final int unit;
    private final int voidType;

    DebugInfo(String sourcePath) {
        int file = file(sourcePath);
        unit = add("distinct !DICompileUnit(language: DW_LANG_Java, file: !" + file
                + ", producer: \"blog_os aot\", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)");
        voidType = node("!DISubroutineType(types: !" + node("!{null}") + ")");
    }

    private int add(String text) {
        nodes.add(text);
        return nodes.size() - 1;
    }

    /** Number of the node with a text, added if new. */
    int node(String text) {
        return known.computeIfAbsent(text, this::add);
    }

    private int file(String path) {
        int slash = path.lastIndexOf('/');
        String directory = slash < 0 ? "" : path.substring(0, slash);
        return node("!DIFile(filename: " + Ir.quote(path.substring(slash + 1)) + ", directory: " + Ir.quote(directory) + ")");
    }

    /** The subprogram of a method defined in this module. */
    int subprogram(MethodInfo method, int line) {
        int file = file(method.owner().sourcePath());
        String name = method.owner().binaryName() + "." + method.name();
        return add("distinct !DISubprogram(name: " + Ir.quote(name) + ", linkageName: " + Ir.quote(method.symbol())
                + ", scope: !" + file + ", file: !" + file + ", line: " + line + ", type: !" + voidType
                + ", scopeLine: " + line + ", spFlags: DISPFlagDefinition, unit: !" + unit + ")");
    }

    /** A source position. */
    int location(int line, int subprogram) {
        return node("!DILocation(line: " + line + ", scope: !" + subprogram + ")");
    }

    void write(StringBuilder out) {
        out.append("!llvm.dbg.cu = !{!").append(unit).append("}\n");
        out.append("!llvm.module.flags = !{!").append(nodes.size()).append(", !").append(nodes.size() + 1).append("}\n");
        for (int i = 0; i < nodes.size(); i++) {
            out.append('!').append(i).append(" = ").append(nodes.get(i)).append('\n');
        }
        out.append('!').append(nodes.size()).append(" = !{i32 2, !\"Debug Info Version\", i32 3}\n");
        out.append('!').append(nodes.size() + 1).append(" = !{i32 7, !\"Dwarf Version\", i32 5}\n");
    }
}
