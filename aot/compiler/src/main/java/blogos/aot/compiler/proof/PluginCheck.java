package blogos.aot.compiler.proof;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.World;

/**
 * Refuses in plug-ins what only {@link ContextProof} could allow: it would have to know the effects of the host's
 * methods, which an interface does not tell.
 */
public final class PluginCheck {
    private final World world;

    /** A check of what a plug-in contains. */
    public PluginCheck(World world) {
        this.world = world;
    }

    /** Throws a {@link CompileException} for a method that promises something about its effects. */
    public void check() {
        for (MethodInfo method : world.methods()) {
            for (Context context : Context.values()) {
                if (!world.host().holds(method.owner()) && context.holds(method)) {
                    throw new CompileException(method + " is @" + context.annotation() + ", which is not possible in a plug-in");
                }
            }
        }
    }
}
