package blogos.aot.compiler.proof;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.Call;
import blogos.aot.compiler.reach.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Proves that no {@code @Interrupt} method, nor anything it may call, allocates on the heap or runs a class initialiser. What can only end in a throw is not counted (neither the exceptions that instructions raise themselves): in
 * an interrupt handler exceptions end in a panic. {@code @Exempt} methods are taken on trust.
 */
public final class InterruptProof {
    /** The allocator, which runtime code calls where other code has an instruction. */
    private static final String HEAP = "blogos/aot/runtime/Heap";

    private final ClassPool pool;
    private final World world;
    private final Cuts cuts;
    private final Initializations initializations;
    private final Map<MethodInfo, MethodInfo> calledFrom = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** A proof over what an image contains. */
    public InterruptProof(ClassPool pool, World world, Cuts cuts) {
        this.pool = pool;
        this.world = world;
        this.cuts = cuts;
        this.initializations = new Initializations(pool, cuts, world.staticData());
    }

    /** Throws a {@link CompileException} with the call path of every violation. */
    public void check() {
        for (MethodInfo method : world.methods()) {
            if (method.annotation("Interrupt") != null) {
                calledFrom.clear();
                calledFrom.put(method, null);
                checkClass(method);
                walk(method);
            }
        }
        if (!violations.isEmpty()) {
            throw new CompileException(String.join("\n", violations));
        }
    }

    /** An interrupt does not initialise the class of its handler. */
    private void checkClass(MethodInfo root) {
        String effect = initializations.effect(root.owner());
        if (effect != null) {
            violations.add(root + " is @Interrupt, but the first use of its class " + effect);
        }
    }

    private void walk(MethodInfo root) {
        Deque<MethodInfo> work = new ArrayDeque<>(List.of(root));
        while (!work.isEmpty()) {
            MethodInfo method = work.poll();
            boolean hasBody = !method.isNative() && !method.isAbstract() && method.annotation("Intrinsic") == null;
            if (hasBody && method.annotation("Exempt") == null && cuts.refusal(method) == null) {
                walkBody(root, method, work);
            }
        }
    }

    private void walkBody(MethodInfo root, MethodInfo method, Deque<MethodInfo> work) {
        Doomed doomed = new Doomed(method.code());
        boolean reported = false;
        for (AbstractInsnNode insn : method.code().instructions) {
            String effect = reported || insn.getOpcode() < 0 || doomed.contains(insn) ? null : effect(method, insn);
            if (effect != null) {
                violations.add(report(root, method, insn, effect));
                reported = true;
            }
            if (insn instanceof MethodInsnNode call && !doomed.contains(insn)) {
                callees(method, call, work);
            }
        }
    }

    private void callees(MethodInfo method, MethodInsnNode insn, Deque<MethodInfo> work) {
        String owner = insn.owner.startsWith("[") ? "java/lang/Object" : insn.owner;
        ClassInfo receiver = cuts.isAbsent(owner) ? null : pool.find(owner);
        MethodInfo callee = receiver == null ? null : receiver.resolve(insn.name + insn.desc);
        if (callee == null) {
            return;
        }
        boolean isVirtual = insn.getOpcode() == Opcodes.INVOKEVIRTUAL || insn.getOpcode() == Opcodes.INVOKEINTERFACE;
        Call call = new Call(receiver, callee, isVirtual && callee.isVirtual() && !receiver.isWord());
        for (MethodInfo target : world.targets(call)) {
            if (world.contains(target) && !calledFrom.containsKey(target)) {
                calledFrom.put(target, method);
                work.add(target);
            }
        }
    }

    private String effect(MethodInfo method, AbstractInsnNode insn) {
        String allocation = allocation(insn);
        return allocation != null ? allocation : initializations.effect(method, insn);
    }

    private String allocation(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.NEW -> {
                String name = ((TypeInsnNode) insn).desc;
                yield cuts.isAbsent(name) || pool.isWord(name) ? null : "allocates a " + name.replace('/', '.');
            }
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> "allocates an array";
            case Opcodes.INVOKESTATIC -> {
                MethodInsnNode call = (MethodInsnNode) insn;
                yield call.owner.equals(HEAP) && call.name.startsWith("new") ? "allocates an object" : null;
            }
            default -> null;
        };
    }

    private String report(MethodInfo root, MethodInfo method, AbstractInsnNode insn, String effect) {
        StringBuilder text = new StringBuilder();
        text.append(root).append(" is @Interrupt, but ").append(where(method, insn)).append(' ').append(effect);
        for (MethodInfo m = method; m != null; m = calledFrom.get(m)) {
            text.append(m == method ? "\n  in " : "\n  called from ").append(m);
        }
        return text.toString();
    }

    private static String where(MethodInfo method, AbstractInsnNode insn) {
        AbstractInsnNode at = insn;
        while (at != null && !(at instanceof LineNumberNode)) {
            at = at.getPrevious();
        }
        return method.owner().sourceFile() + (at == null ? "" : ":" + ((LineNumberNode) at).line);
    }
}
