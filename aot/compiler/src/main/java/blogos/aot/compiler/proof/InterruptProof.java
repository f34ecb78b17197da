package blogos.aot.compiler.proof;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.ir.ClassLayout;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.Call;
import blogos.aot.compiler.reach.Cuts;
import blogos.aot.compiler.reach.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Proves that no {@code @Interrupt} method, nor anything it may call, allocates on the heap or runs a class initialiser. Exceptions that an instruction itself raises (a null pointer, an index) are not counted: in
 * an interrupt handler they end in a panic. {@code @Exempt} methods are taken on trust.
 */
public final class InterruptProof {
    private final ClassPool pool;
    private final World world;
    private final Cuts cuts;
    private final ClassLayout layout;
    private final Map<MethodInfo, MethodInfo> calledFrom = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** A proof over what an image contains. */
    public InterruptProof(ClassPool pool, World world, Cuts cuts) {
        this.pool = pool;
        this.world = world;
        this.cuts = cuts;
        this.layout = new ClassLayout(pool, cuts);
    }

    /** Throws a {@link CompileException} with the call path of every violation. */
    public void check() {
        for (MethodInfo method : world.methods()) {
            if (method.annotation("Interrupt") != null) {
                calledFrom.clear();
                calledFrom.put(method, null);
                walk(method);
            }
        }
        if (!violations.isEmpty()) {
            throw new CompileException(String.join("\n", violations));
        }
    }

    private void walk(MethodInfo root) {
        Deque<MethodInfo> work = new ArrayDeque<>(List.of(root));
        while (!work.isEmpty()) {
            MethodInfo method = work.poll();
            if (method.annotation("Exempt") != null || method.isNative() || method.isAbstract()) {
                continue;
            }
            checkBody(root, method);
            for (Call call : world.calls(method)) {
                for (MethodInfo target : world.targets(call)) {
                    if (world.contains(target) && !calledFrom.containsKey(target)) {
                        calledFrom.put(target, method);
                        work.add(target);
                    }
                }
            }
        }
    }

    private void checkBody(MethodInfo root, MethodInfo method) {
        for (AbstractInsnNode insn : method.code().instructions) {
            String effect = effect(method, insn);
            if (effect != null) {
                violations.add(report(root, method, insn, effect));
                return;
            }
        }
    }

    private String effect(MethodInfo method, AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.NEW -> {
                String name = ((TypeInsnNode) insn).desc;
                yield cuts.isAbsent(name) || pool.isWord(name) ? null : "allocates a " + name.replace('/', '.');
            }
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> "allocates an array";
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> {
                FieldInsnNode access = (FieldInsnNode) insn;
                FieldInfo field = cuts.isAbsent(access.owner) ? null : pool.get(access.owner).resolveField(access.name, access.desc);
                yield field == null ? null : initialization(method, field.owner());
            }
            case Opcodes.INVOKESTATIC -> {
                MethodInsnNode call = (MethodInsnNode) insn;
                MethodInfo target = cuts.isAbsent(call.owner) ? null : pool.get(call.owner).resolve(call.name + call.desc);
                yield target == null ? null : initialization(method, target.owner());
            }
            default -> null;
        };
    }

    private String initialization(MethodInfo method, ClassInfo info) {
        boolean runs = layout.needsInitializer(info) && !method.owner().isSubtypeOf(info);
        return runs ? "may run the initialiser of " + info : null;
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
