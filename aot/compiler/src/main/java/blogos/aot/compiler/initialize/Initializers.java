package blogos.aot.compiler.initialize;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs class initialisers at compile time, so that the image starts with their results in its data. An initialiser is left to the image if it has effects beyond its own static fields, or depends on anything that the
 * image's code could change before it runs there: then nobody can see when it runs.
 */
public final class Initializers {
    private final ClassPool pool;
    private final Cuts cuts;
    private final HostInterface host;
    private final Literals literals;
    private final Map<ClassInfo, Evaluation> evaluations = new HashMap<>();
    private final Map<ClassInfo, String> reasons = new HashMap<>();
    private final Deque<ClassInfo> running = new ArrayDeque<>();

    /** For the classes of a pool. */
    public Initializers(ClassPool pool, Cuts cuts) {
        this(pool, cuts, HostInterface.NONE);
    }

    /** For the classes of a pool, some of which the host of a plug-in has. */
    public Initializers(ClassPool pool, Cuts cuts, HostInterface host) {
        this.pool = pool;
        this.host = host;
        this.cuts = cuts;
        this.literals = new Literals(pool);
    }

    ClassPool pool() {
        return pool;
    }

    Cuts cuts() {
        return cuts;
    }

    Literals literals() {
        return literals;
    }

    /**
     * What a class's initialiser (its own, not those of its superclasses) leaves behind; null if it has to run in the image, or if the class has none.
     */
    public Evaluation evaluationOf(ClassInfo info) {
        if (!evaluations.containsKey(info) && hasInitializer(info)) {
            evaluations.put(info, evaluate(info));
        }
        return evaluations.get(info);
    }

    /** Why a class's initialiser has to run in the image: a verb phrase; null if it has not. */
    public String reason(ClassInfo info) {
        return reasons.get(info);
    }

    private boolean hasInitializer(ClassInfo info) {
        return info.classInitializer() != null && !cuts.skipsInitializer(info.name());
    }

    private Evaluation evaluate(ClassInfo info) {
        if (host.runsInitializer(info)) {
            reasons.put(info, "is initialised in the host at run time");
            return null;
        }
        running.push(info);
        try {
            Fields fields = new Fields(this, info);
            MethodInfo initializer = info.classInitializer();
            new Interpreter(this, info, fields).call(initializer, new Object[0]);
            return new Evaluation(info, fields.statics());
        } catch (GaveUp | CompileException e) {
            reasons.put(info, e.getMessage());
            return null;
        } finally {
            running.pop();
        }
    }

    /** Gives up unless using a class initialises nothing at run time. */
    void require(ClassInfo info) {
        if (info == running.peek()) {
            return;
        }
        if (running.contains(info)) {
            throw new GaveUp("needs " + info + ", whose initialiser needs it");
        }
        if (info.superClass() != null) {
            require(info.superClass());
        }
        if (!info.isInterface()) {
            info.allInterfaces().stream().filter(ClassInfo::hasDefaults).forEach(this::require);
        }
        if (hasInitializer(info) && evaluationOf(info) == null) {
            throw new GaveUp("needs " + info + ", which " + reasons.get(info));
        }
    }

    /** The class with a name; gives up if the image does without it. */
    ClassInfo present(String name) {
        ClassInfo info = cuts.isAbsent(name) ? null : pool.find(name);
        if (info == null) {
            throw new GaveUp("needs " + name.replace('/', '.') + ", which is not there");
        }
        return info;
    }
}
