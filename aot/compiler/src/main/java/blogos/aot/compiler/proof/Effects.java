package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.model.SourceLines;
import blogos.aot.compiler.proof.CallGraph.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The effects of all methods, inferred over the call graph: from the instructions that have one, back to the callers,
 * breadth first, so that each method knows a shortest way to each of its effects.
 */
final class Effects {
    private final CallGraph graph;
    private final DirectEffects direct;
    private final Recursion recursion;
    private final Map<Effect, Map<MethodInfo, Cause>> causes = new EnumMap<>(Effect.class);

    Effects(CallGraph graph, DirectEffects direct, Collection<MethodInfo> methods) {
        this.graph = graph;
        this.direct = direct;
        this.recursion = new Recursion(graph, methods);
        Map<MethodInfo, List<MethodInfo>> callers = callers(methods);
        for (Effect effect : Effect.values()) {
            causes.put(effect, infer(effect, methods, callers));
        }
    }

    /**
     * Why a method has an effect.
     *
     * @param callee what it calls that has the effect, or null if it has it itself
     * @param words where and what it does itself
     */
    private record Cause(MethodInfo callee, String words) {}

    /** Whether a method has an effect. */
    boolean has(MethodInfo method, Effect effect) {
        return causes.get(effect).containsKey(method);
    }

    /** The method through whose call a method has an effect; null if it has it itself. */
    MethodInfo next(MethodInfo method, Effect effect) {
        return causes.get(effect).get(method).callee;
    }

    /** Where and what, then the call path back to the method, one line a step. */
    String describe(MethodInfo method, Effect effect) {
        List<MethodInfo> path = new ArrayList<>();
        Cause cause = null;
        for (MethodInfo m = method; m != null; m = cause.callee) {
            path.add(0, m);
            cause = causes.get(effect).get(m);
        }
        StringBuilder text = new StringBuilder(cause.words);
        for (MethodInfo m : path) {
            text.append(m == path.get(0) ? "\n  in " : "\n  called from ").append(m);
        }
        return text.toString();
    }

    /** What an instruction does itself, with its line; null if it has no such effect. */
    String directly(MethodInfo method, Site site, Effect effect) {
        String words = direct.ofInstruction(method, site, effect);
        return words == null ? null : SourceLines.place(method.owner().sourceFile(), site.insn()) + " " + words;
    }

    private Map<MethodInfo, List<MethodInfo>> callers(Collection<MethodInfo> methods) {
        Map<MethodInfo, List<MethodInfo>> callers = new HashMap<>();
        for (MethodInfo method : methods) {
            for (Site site : graph.sites(method)) {
                for (MethodInfo target : site.targets()) {
                    callers.computeIfAbsent(target, key -> new ArrayList<>()).add(method);
                }
            }
        }
        return callers;
    }

    private Map<MethodInfo, Cause> infer(
            Effect effect, Collection<MethodInfo> methods, Map<MethodInfo, List<MethodInfo>> callers) {
        Map<MethodInfo, Cause> found = new HashMap<>();
        Deque<MethodInfo> work = new ArrayDeque<>();
        for (MethodInfo method : methods) {
            String words = method.isMarked("Exempt") ? null : own(method, effect);
            if (words != null) {
                found.put(method, new Cause(null, words));
                work.add(method);
            }
        }
        while (!work.isEmpty()) {
            MethodInfo callee = work.poll();
            for (MethodInfo caller : callers.getOrDefault(callee, List.of())) {
                if (found.putIfAbsent(caller, new Cause(callee, null)) == null) {
                    work.add(caller);
                }
            }
        }
        return found;
    }

    private String own(MethodInfo method, Effect effect) {
        String declared = direct.ofDeclaration(method, effect);
        if (declared != null) {
            return method + " " + declared;
        }
        if (effect == Effect.RECURSES && recursion.contains(method)) {
            return method + " may call itself, so its stack has no bound";
        }
        for (Site site : graph.sites(method)) {
            String words = directly(method, site, effect);
            if (words != null) {
                return words;
            }
        }
        return null;
    }
}
