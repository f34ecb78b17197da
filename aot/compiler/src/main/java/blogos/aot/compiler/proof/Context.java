package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.MethodInfo;
import java.util.EnumSet;
import java.util.Set;

/** Where code runs that must not do everything, and what it must not do there. */
enum Context {
    /** In an interrupt handler. */
    INTERRUPT("Interrupt", EnumSet.allOf(Effect.class)),
    /** While a spin lock is held or preemption is off. */
    SPIN_LOCK("HoldsSpinLock", EnumSet.of(Effect.ALLOCATES, Effect.BLOCKS, Effect.INITIALISES)),
    /** Before there are tasks. */
    EARLY_BOOT("EarlyBoot", EnumSet.of(Effect.BLOCKS)),
    /** In the garbage collector. */
    COLLECTOR("InCollector", EnumSet.allOf(Effect.class));

    private final String annotation;
    private final Set<Effect> forbidden;

    Context(String annotation, Set<Effect> forbidden) {
        this.annotation = annotation;
        this.forbidden = forbidden;
    }

    /** Simple name of the annotation of methods that run there. */
    String annotation() {
        return annotation;
    }

    /** What must not happen there. */
    Set<Effect> forbidden() {
        return forbidden;
    }

    /** Whether a method is declared to run there. */
    boolean holds(MethodInfo method) {
        return method.annotation(annotation) != null;
    }
}
