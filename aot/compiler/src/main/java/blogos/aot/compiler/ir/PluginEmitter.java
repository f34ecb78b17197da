package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.PluginOverrides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what the loader of a plug-in needs: the header that {@code blogos.aot.runtime.PluginImage} describes, the list
 * of classes, and the tables of {@code LateCalls}.
 */
final class PluginEmitter {
    /** Linker symbols that the header holds the addresses of, in its order. */
    private static final List<String> PARTS = List.of(
            "__image_start", "__image_end", "__text_start", "__text_end", "__eh_frame_hdr_start",
            "__references_start", "__references_end", "__objects_start", "__objects_end",
            "__literals_start", "__literals_end", "__trace_start", "__trace_end");

    private final ModuleBuilder module;
    private final EntryPoint main;

    PluginEmitter(ModuleBuilder module, EntryPoint main) {
        this.module = module;
        this.main = main;
    }

    /** Linker symbol of the table that calls of a selector search. */
    static String lateSymbol(String selector) {
        return "late:" + selector;
    }

    void emit() {
        List<String> header = new ArrayList<>();
        PARTS.forEach(symbol -> header.add("ptr " + module.external(symbol)));
        header.add("ptr " + module.function(main.method()));
        header.add("ptr " + classes());
        header.add("ptr " + overrides());
        header.add("i64 0");
        module.define("plugin:image");
        module.global("@\"plugin:image\" = hidden global { " + types(header) + " } { " + String.join(", ", header)
                + " }, section \".data.plugin\", align 8");
        Map<String, Set<MethodInfo>> late = new LinkedHashMap<>();
        for (MethodInfo method : module.world.lateMethods()) {
            late.computeIfAbsent(method.selector(), key -> new LinkedHashSet<>()).add(method);
        }
        late.forEach(this::late);
    }

    private static String types(List<String> typed) {
        return String.join(", ", typed.stream().map(Elements::type).toList());
    }

    /** A count, then the plug-in's own classes. */
    private String classes() {
        List<String> all = new ArrayList<>();
        for (ClassInfo info : module.world.classes()) {
            if (!info.isWord() && !module.world.host().holds(info)) {
                all.add("ptr " + module.classStructure(info));
            }
        }
        for (String descriptor : module.world.arrays()) {
            if (!module.world.host().holdsArray(descriptor)) {
                all.add("ptr " + module.classStructure(descriptor));
            }
        }
        return table("plugin:classes", List.of("i64 " + all.size()), all);
    }

    /** A count, then 16 bytes each: class pointer, hash of the selector, code. */
    private String overrides() {
        List<String> all = new ArrayList<>();
        for (ClassInfo info : module.world.classes()) {
            if (module.world.isInstantiated(info) && !module.world.host().holds(info)) {
                PluginOverrides.of(module.world, info).forEach((selector, method) -> all.add(
                        "{ i32, i32, ptr } { i32 " + module.constants.classPointer(module.classStructure(info)) + ", i32 "
                                + InterfaceTables.hash(selector) + ", ptr " + module.function(method) + " }"));
            }
        }
        return table("plugin:overrides", List.of("i64 " + all.size()), all);
    }

    /**
     * Hash of the selector, count, the code for classes that are not listed (0 if there is none); then 16 bytes each:
     * class pointer, padding, code. A class is left out where its superclass has the same method.
     */
    private void late(String selector, Set<MethodInfo> methods) {
        List<String> all = new ArrayList<>();
        for (ClassInfo info : module.world.classes()) {
            MethodInfo selected = info.isInterface() || info.isWord() ? null : info.select(selector);
            MethodInfo inherited = selected == null || info.superClass() == null ? null : info.superClass().select(selector);
            if (selected != null && selected != inherited && !selected.isAbstract() && module.world.contains(selected)) {
                all.add("{ i32, i32, ptr } { i32 " + module.constants.classPointer(module.classStructure(info)) + ", i32 0, ptr "
                        + module.function(selected) + " }");
            }
        }
        String otherwise = methods.stream().filter(method -> !method.isAbstract()).findFirst().map(module::function).orElse("null");
        table(lateSymbol(selector), List.of("i32 " + InterfaceTables.hash(selector), "i32 " + all.size(), "ptr " + otherwise), all);
    }

    private String table(String symbol, List<String> head, List<String> entries) {
        List<String> all = new ArrayList<>(head);
        all.addAll(entries);
        StringBuilder types = new StringBuilder();
        for (String element : all) {
            types.append(types.length() == 0 ? "" : ", ").append(element.startsWith("{") ? "{ i32, i32, ptr }" : Elements.type(element));
        }
        module.define(symbol);
        module.global(Ir.global(symbol) + " = hidden global { " + types + " } { " + String.join(", ", all) + " }, align 8");
        return Ir.global(symbol);
    }
}
