package blogos.aot.compiler.proof;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.model.SourceLines;
import blogos.aot.compiler.proof.CallGraph.Site;
import blogos.aot.compiler.reach.World;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds the inferred {@link Effects} of methods against the {@link Context}s that they run in: those that annotations
 * declare, and the stretches of code between taking and releasing a spin lock.
 */
public final class ContextProof {
    private final CallGraph graph;
    private final DirectEffects direct;
    private final Collection<MethodInfo> methods;
    private final Set<String> violations = new LinkedHashSet<>();

    /** A proof over what an image contains. */
    public ContextProof(ClassPool pool, World world, Cuts cuts, CallGraph graph) {
        this.graph = graph;
        this.direct = new DirectEffects(pool, cuts, world);
        this.methods = world.methods();
    }

    /** Throws a {@link CompileException} with the call path of every violation. */
    public void check() {
        Effects effects = new Effects(graph, direct, methods);
        for (MethodInfo method : methods) {
            for (Context context : Context.values()) {
                if (context.holds(method)) {
                    checkMethod(method, context, effects);
                } else {
                    checkOverride(method, context);
                }
            }
            checkLockedCode(method, effects);
        }
        if (!violations.isEmpty()) {
            throw new CompileException(String.join("\n", violations));
        }
    }

    private void checkMethod(MethodInfo method, Context context, Effects effects) {
        String firstUse = context.forbidden().contains(Effect.INITIALISES) ? direct.ofFirstUse(method) : null;
        if (firstUse != null) {
            violations.add(method + " is @" + context.annotation() + ", but the first use of its class " + firstUse);
        }
        for (Effect effect : context.forbidden()) {
            if (effects.has(method, effect)) {
                MethodInfo next = effects.next(method, effect);
                boolean isReportedThere = next != null && context.holds(next);
                if (!isReportedThere) {
                    violations.add(method + " is @" + context.annotation() + ", but " + effects.describe(method, effect));
                }
            }
        }
    }

    /** A contract binds overrides, also those that no call of this image reaches. */
    private void checkOverride(MethodInfo method, Context context) {
        if (!method.isVirtual()) {
            return;
        }
        Stream<ClassInfo> superclasses =
                Stream.iterate(method.owner().superClass(), c -> c != null, ClassInfo::superClass);
        Stream.concat(superclasses, method.owner().allInterfaces().stream())
                .map(type -> type.declared(method.selector()))
                .filter(overridden -> overridden != null && overridden.isVirtual() && context.holds(overridden))
                .findFirst()
                .ifPresent(overridden -> violations.add(method + " overrides " + overridden + ", which is @"
                        + context.annotation() + ": it must be so, too"));
    }

    private void checkLockedCode(MethodInfo method, Effects effects) {
        List<Site> sites = graph.sites(method);
        if (Context.SPIN_LOCK.holds(method) || !LockedCode.takesLock(sites)) {
            return;
        }
        LockedCode locked = new LockedCode(method, sites);
        for (Site site : sites) {
            if (locked.contains(site.insn())) {
                checkLocked(method, site, effects);
            }
        }
    }

    private void checkLocked(MethodInfo method, Site site, Effects effects) {
        for (Effect effect : Context.SPIN_LOCK.forbidden()) {
            String words = effects.directly(method, site, effect);
            if (words != null) {
                violations.add(method + " holds a spin lock where " + words);
            }
            for (MethodInfo target : site.targets()) {
                if (effects.has(target, effect)) {
                    violations.add(method + " holds a spin lock at " + SourceLines.place(method.owner().sourceFile(), site.insn()) + ", but "
                            + effects.describe(target, effect) + "\n  called from " + method);
                    return;
                }
            }
        }
    }
}
