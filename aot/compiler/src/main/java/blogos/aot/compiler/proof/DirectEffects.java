package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.proof.CallGraph.Site;
import blogos.aot.compiler.reach.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What single instructions and declarations do, as verb phrases; null where they have no part in an effect. */
final class DirectEffects {
    /** The allocator, which runtime code calls where other code has an instruction. */
    private static final String HEAP = "blogos/aot/runtime/Heap";

    private final ClassPool pool;
    private final Cuts cuts;
    private final World world;
    private final Initializations initializations;

    DirectEffects(ClassPool pool, Cuts cuts, World world) {
        this.pool = pool;
        this.cuts = cuts;
        this.world = world;
        this.initializations = new Initializations(pool, cuts, world.staticData());
    }

    /** What a method does by its declaration. */
    String ofDeclaration(MethodInfo method, Effect effect) {
        if (method.annotation("CallPointer") != null) {
            return "calls machine code of which nothing is known";
        }
        if (effect == Effect.BLOCKS && method.annotation("Blocks") != null) {
            return "may wait (@Blocks)";
        }
        return effect == Effect.BLOCKS && method.isSynchronized() ? "may wait for a monitor (synchronized)" : null;
    }

    /** What an instruction does, not counting the methods of the image that it calls. */
    String ofInstruction(MethodInfo method, Site site, Effect effect) {
        if (site.call() != null && world.isOpen(site.call())) {
            return ofOpenCall(site.call().method(), effect);
        }
        if (site.insn() == null) {
            return null;
        }
        return switch (effect) {
            case ALLOCATES -> allocation(site.insn());
            case BLOCKS -> site.insn().getOpcode() == Opcodes.MONITORENTER ? "may wait for a monitor" : null;
            case INITIALISES -> initializations.effect(method, site.insn());
            case RECURSES -> null;
        };
    }

    /** What using a method's class for the first time does. */
    String ofFirstUse(MethodInfo method) {
        return initializations.effect(method.owner());
    }

    /** Overrides that are loaded later keep the contracts of what they override, and nothing else is known of them. */
    private static String ofOpenCall(MethodInfo method, Effect effect) {
        for (Context context : Context.values()) {
            if (context.holds(method) && context.forbidden().contains(effect)) {
                return null;
            }
        }
        return "calls " + method + ", which code that is loaded later may override and which no contract binds";
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
}
