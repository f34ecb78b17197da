package blogos.aot.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes innermost loops that access arrays at their counter a second time, before the first, for the case that all these accesses are inside their arrays. A few comparisons decide once which of the two runs:
 *
 * <pre>
 *   for (int i = from; i &lt; to; i++) sum += a[i] * b[i + 1];
 *
 *   if (a == null || b == null || from &lt; 0 || to &gt; a.length || to &gt; b.length - 1) goto loop;
 *   the loop without checks of the indices, and without polls
 *   loop: the loop
 * </pre>
 *
 * <p>No comparison can overflow where a wrong answer would matter: lengths are not negative, and where one does, the loop with checks runs.
 */
final class LoopVersions {
    private final MethodNode method;
    private final VersionedCode result;

    private LoopVersions(MethodNode method) {
        this.method = method;
        this.result = VersionedCode.open(method);
    }

    /** The code of a method with its loops' second versions: a copy, or the method itself if there are none. */
    static VersionedCode of(MethodNode method) {
        if (find(method).isEmpty()) {
            return VersionedCode.plain(method);
        }
        MethodNode copy = new MethodNode(
                Opcodes.ASM9, method.access, method.name, method.desc, method.signature, method.exceptions.toArray(new String[0]));
        method.accept(copy);
        LoopVersions versions = new LoopVersions(copy);
        find(copy).forEach(versions::add);
        return versions.result;
    }

    /** Loops worth a second version, with the accesses at their counters. */
    private static List<Candidate> find(MethodNode method) {
        List<Candidate> found = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof JumpInsnNode jump && method.instructions.indexOf(jump.label) < method.instructions.indexOf(jump)) {
                SteppedLoop loop = SteppedLoop.find(method, jump);
                List<CounterAccess> accesses = loop == null ? List.of() : CounterAccess.in(loop);
                if (accesses.stream().anyMatch(access -> !access.isAlwaysInside(loop, method))) {
                    found.add(new Candidate(loop, accesses));
                }
            }
        }
        return found;
    }

    private record Candidate(SteppedLoop loop, List<CounterAccess> accesses) {}

    private void add(Candidate candidate) {
        SteppedLoop loop = candidate.loop();
        if (loop.isDownward() && loop.limit().isEmpty() && candidate.accesses().stream().anyMatch(a -> a.offset() < lowest(loop))) {
            return;
        }
        InsnList code = new InsnList();
        enterHere(loop.header(), code);
        check(candidate, code);
        copy(candidate, code);
        method.instructions.insertBefore(loop.header(), code);
    }

    /** The lowest value that the counter of a downward loop with limit 0 has inside the loop, negated. */
    private static int lowest(SteppedLoop loop) {
        return loop.test() == Opcodes.IFLE ? -1 : 0;
    }

    /** Sends jumps from before the loop to a label in front of the comparisons. */
    private void enterHere(LabelNode header, InsnList code) {
        LabelNode entry = new LabelNode();
        boolean isUsed = false;
        int position = method.instructions.indexOf(header);
        for (AbstractInsnNode insn : method.instructions) {
            if (method.instructions.indexOf(insn) >= position) {
                break;
            }
            if (insn instanceof JumpInsnNode jump && jump.label == header) {
                jump.label = entry;
                isUsed = true;
            } else if (insn instanceof TableSwitchInsnNode table) {
                isUsed |= table.labels.contains(header) || table.dflt == header;
                table.labels.replaceAll(label -> label == header ? entry : label);
                table.dflt = table.dflt == header ? entry : table.dflt;
            } else if (insn instanceof LookupSwitchInsnNode lookup) {
                isUsed |= lookup.labels.contains(header) || lookup.dflt == header;
                lookup.labels.replaceAll(label -> label == header ? entry : label);
                lookup.dflt = lookup.dflt == header ? entry : lookup.dflt;
            }
        }
        if (isUsed) {
            code.add(entry);
            code.add(frameAt(header).clone(identity()));
        }
    }

    private static FrameNode frameAt(LabelNode label) {
        AbstractInsnNode insn = label;
        while (!(insn instanceof FrameNode)) {
            insn = insn.getNext();
        }
        return (FrameNode) insn;
    }

    /** A map for clones in which all labels of the method stay themselves. */
    private Map<LabelNode, LabelNode> identity() {
        Map<LabelNode, LabelNode> labels = new HashMap<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                labels.put(label, label);
            }
        }
        return labels;
    }

    private void check(Candidate candidate, InsnList code) {
        SteppedLoop loop = candidate.loop();
        LabelNode slow = loop.header();
        Map<Integer, int[]> arrays = new TreeMap<>();
        int least = 0;
        for (CounterAccess access : candidate.accesses()) {
            int[] range = arrays.computeIfAbsent(access.array(), key -> new int[] {access.offset(), access.offset()});
            range[0] = Math.min(range[0], access.offset());
            range[1] = Math.max(range[1], access.offset());
            least = Math.min(least, access.offset());
        }
        for (int array : arrays.keySet()) {
            load(code, Opcodes.ALOAD, array);
            jump(code, Opcodes.IFNULL, slow);
        }
        if (loop.isUpward()) {
            load(code, Opcodes.ILOAD, loop.counter());
            push(code, -least);
            jump(code, Opcodes.IF_ICMPLT, slow);
            checkSteps(loop, code);
        } else if (!loop.limit().isEmpty()) {
            pushLimit(loop, code);
            push(code, -least);
            jump(code, Opcodes.IF_ICMPLT, slow);
        }
        arrays.forEach((array, range) -> checkHighest(loop, array, range[1], code));
    }

    /** The counter must not overflow: limit <= MAX - step. One is no problem, since the limit is at most a length. */
    private void checkSteps(SteppedLoop loop, InsnList code) {
        if (loop.step() == 1) {
            return;
        }
        if (loop.step() == 0) {
            load(code, Opcodes.ILOAD, loop.stepVariable());
            jump(code, Opcodes.IFLE, loop.header());
        }
        code.add(new LdcInsnNode(Integer.MAX_VALUE));
        if (loop.step() == 0) {
            load(code, Opcodes.ILOAD, loop.stepVariable());
        } else {
            push(code, loop.step());
        }
        code.add(new InsnNode(Opcodes.ISUB));
        pushLimit(loop, code);
        jump(code, Opcodes.IF_ICMPLT, loop.header());
    }

    /** The highest index must be below the length: counter + offset < length. */
    private void checkHighest(SteppedLoop loop, int array, int offset, InsnList code) {
        if (loop.isUpward()) {
            pushLimit(loop, code);
        } else {
            load(code, Opcodes.ILOAD, loop.counter());
        }
        load(code, Opcodes.ALOAD, array);
        code.add(new InsnNode(Opcodes.ARRAYLENGTH));
        if (offset != 0) {
            push(code, offset);
            code.add(new InsnNode(Opcodes.ISUB));
        }
        boolean mayEqual = loop.isUpward() && !loop.isInclusive();
        jump(code, mayEqual ? Opcodes.IF_ICMPGT : Opcodes.IF_ICMPGE, loop.header());
    }

    private void copy(Candidate candidate, InsnList code) {
        SteppedLoop loop = candidate.loop();
        Map<LabelNode, LabelNode> labels = identity();
        for (AbstractInsnNode insn = loop.header(); insn != loop.jump(); insn = insn.getNext()) {
            if (insn instanceof LabelNode label) {
                labels.put(label, new LabelNode());
            }
        }
        for (AbstractInsnNode insn = loop.header(); insn != loop.jump().getNext(); insn = insn.getNext()) {
            AbstractInsnNode clone = insn.clone(labels);
            code.add(clone);
            if (insn == loop.jump()) {
                result.bounded().add(clone);
            }
            for (CounterAccess access : candidate.accesses()) {
                if (access.instruction() == insn) {
                    result.inside().add(clone);
                }
            }
        }
    }

    private static void load(InsnList code, int opcode, int variable) {
        code.add(new VarInsnNode(opcode, variable));
    }

    private static void push(InsnList code, int value) {
        code.add(new LdcInsnNode(value));
    }

    private static void pushLimit(SteppedLoop loop, InsnList code) {
        loop.limit().forEach(insn -> code.add(insn.clone(Map.of())));
    }

    private void jump(InsnList code, int opcode, LabelNode target) {
        JumpInsnNode jump = new JumpInsnNode(opcode, target);
        result.unlikely().add(jump);
        code.add(jump);
    }
}
