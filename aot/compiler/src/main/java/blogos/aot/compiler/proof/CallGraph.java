package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.Call;
import blogos.aot.compiler.reach.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which method may call which in an image, for proofs. What can only end in a throw is left out: where the proofs hold,
 * exceptions end in a panic. {@code @Exempt} methods are taken on trust, so they call nothing here.
 */
public final class CallGraph {
    private final ClassPool pool;
    private final World world;
    private final Cuts cuts;
    private final Map<MethodInfo, List<Site>> sites = new HashMap<>();

    /** The graph of what an image contains. */
    public CallGraph(ClassPool pool, World world, Cuts cuts) {
        this.pool = pool;
        this.world = world;
        this.cuts = cuts;
    }

    /**
     * An instruction that may be executed without ending in a throw.
     *
     * @param insn the instruction; null for the calls of a naked assembly method
     * @param call what it calls, as written, or null
     * @param targets the methods of the image that it may call
     */
    record Site(AbstractInsnNode insn, Call call, Set<MethodInfo> targets) {}

    World world() {
        return world;
    }

    /** The instructions of a method that count, in their order. */
    List<Site> sites(MethodInfo method) {
        return sites.computeIfAbsent(method, this::findSites);
    }

    private List<Site> findSites(MethodInfo method) {
        List<Site> found = new ArrayList<>();
        if (method.isMarked("Exempt") || cuts.refusal(method) != null || method.isAbstract()) {
            return found;
        }
        if (method.isNative()) {
            world.calls(method).forEach(call -> found.add(new Site(null, call, inImage(call))));
        } else if (method.annotation("Intrinsic") == null) {
            Doomed doomed = new Doomed(method.code());
            for (AbstractInsnNode insn : method.code().instructions) {
                if (insn.getOpcode() >= 0 && !doomed.contains(insn)) {
                    Call call = insn instanceof MethodInsnNode invoke ? call(invoke) : null;
                    found.add(new Site(insn, call, call == null ? Set.of() : inImage(call)));
                }
            }
        }
        return found;
    }

    private Set<MethodInfo> inImage(Call call) {
        Set<MethodInfo> targets = world.targets(call);
        return targets.stream().allMatch(world::contains)
                ? targets
                : Set.copyOf(targets.stream().filter(world::contains).toList());
    }

    private Call call(MethodInsnNode insn) {
        String owner = insn.owner.startsWith("[") ? "java/lang/Object" : insn.owner;
        ClassInfo receiver = cuts.isAbsent(owner) ? null : pool.find(owner);
        MethodInfo callee = receiver == null ? null : receiver.resolve(insn.name + insn.desc);
        if (callee == null) {
            return null;
        }
        boolean isVirtual = insn.getOpcode() == Opcodes.INVOKEVIRTUAL || insn.getOpcode() == Opcodes.INVOKEINTERFACE;
        return new Call(receiver, callee, isVirtual && callee.isVirtual() && !receiver.isWord());
    }
}
