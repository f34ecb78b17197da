package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.proof.CallGraph.Site;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which instructions of a method run with a spin lock that the method itself took: a forward data flow of how many locks
 * may be held at most before each instruction.
 */
final class LockedCode {
    /** More locks at once are not told apart, so that a loop which takes locks comes to an end here. */
    private static final int MOST = 8;

    private final MethodNode code;
    private final InsnList instructions;
    private final int[] changes;
    private final int[] held;
    private final Deque<Integer> work = new ArrayDeque<>();

    /** Looks at a method with a body. */
    LockedCode(MethodInfo method, List<Site> sites) {
        code = method.code();
        instructions = code.instructions;
        changes = new int[instructions.size()];
        sites.forEach(site -> changes[instructions.indexOf(site.insn())] = change(site));
        held = new int[instructions.size()];
        Arrays.fill(held, -1);
        flow(0, 0);
        while (!work.isEmpty()) {
            step(work.poll());
        }
    }

    /** Whether a method takes a lock at all. */
    static boolean takesLock(List<Site> sites) {
        return sites.stream().anyMatch(site -> site.insn() != null && change(site) > 0);
    }

    /** Whether a lock may be held before an instruction. Taking a further one, and releasing, are not counted. */
    boolean contains(AbstractInsnNode insn) {
        int at = instructions.indexOf(insn);
        return held[at] > 0 && changes[at] == 0;
    }

    private static int change(Site site) {
        if (site.call() == null) {
            return 0;
        }
        MethodInfo callee = site.call().method();
        int taken = callee.annotation("AcquiresSpinLock") != null ? 1 : 0;
        return callee.annotation("ReleasesSpinLock") != null ? -1 : taken;
    }

    private void flow(int to, int count) {
        if (to < held.length && count > held[to]) {
            held[to] = count;
            work.add(to);
        }
    }

    private void flow(LabelNode to, int count) {
        flow(instructions.indexOf(to), count);
    }

    private void step(int at) {
        AbstractInsnNode insn = instructions.get(at);
        int before = held[at];
        int after = Math.max(0, Math.min(MOST, before + changes[at]));
        for (TryCatchBlockNode block : code.tryCatchBlocks) {
            boolean covers = instructions.indexOf(block.start) <= at && at < instructions.indexOf(block.end);
            if (covers) {
                // A release that throws has released; an acquisition that throws has not acquired.
                flow(block.handler, Math.min(before, after));
            }
        }
        int opcode = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            flow(jump.label, after);
        } else if (insn instanceof TableSwitchInsnNode table) {
            flow(table.dflt, after);
            table.labels.forEach(label -> flow(label, after));
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            flow(lookup.dflt, after);
            lookup.labels.forEach(label -> flow(label, after));
        }
        boolean endsHere = opcode == Opcodes.GOTO || opcode == Opcodes.ATHROW || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        if (!endsHere) {
            flow(at + 1, after);
        }
    }
}
