package blogos.aot.compiler.reach;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an image keeps for code that is loaded later. */
final class OpenRoots {
    private final Reachability reachability;
    private final OpenWorld open;
    private final Set<ClassInfo> completed = new HashSet<>();

    OpenRoots(Reachability reachability, OpenWorld open) {
        this.reachability = reachability;
        this.open = open;
    }

    /** Keeps what is public or protected in the open packages. */
    void expose() {
        for (String name : reachability.pool().source().classPathNames()) {
            ClassInfo info = reachability.pool().find(name);
            if (info != null && !info.isWord() && open.isExposed(info)) {
                expose(info);
            }
        }
    }

    private void expose(ClassInfo info) {
        reachability.use(info);
        open.expose(info);
        for (ClassInfo c = info; c != null && !OpenWorld.isLibrary(c); c = c.superClass()) {
            exposeMethods(info, c);
        }
        for (ClassInfo i : info.allInterfaces()) {
            if (!OpenWorld.isLibrary(i)) {
                exposeMethods(info, i);
            }
        }
    }

    private void exposeMethods(ClassInfo info, ClassInfo declaring) {
        for (MethodInfo method : List.copyOf(declaring.methods())) {
            if (method.isExposed() && !(method.isConstructor() && declaring != info)) {
                if (!method.isAbstract()) {
                    reachability.reach(method);
                }
                if (method.isVirtual()) {
                    reachability.callVirtually(info, method.selector());
                }
            }
        }
    }

    /**
     * Makes classes whole which code that is loaded later may use: it may make instances of them, and read their static
     * fields, also where this image does not.
     */
    void complete() {
        for (ClassInfo info : List.copyOf(reachability.world().classes)) {
            if (open.isVisible(info) && !info.isWord() && !reachability.cuts().isAbsent(info.name()) && completed.add(info)) {
                reachability.initialize(info);
                if (!info.isAbstract()) {
                    reachability.instantiate(info);
                }
                info.fields().stream().filter(field -> field.isStatic() && isKept(field)).forEach(reachability::read);
            }
        }
    }

    /** Final static fields of the library are left out if the image does not need them: what is loaded later can have them again. */
    private static boolean isKept(FieldInfo field) {
        return !field.isFinal() || !OpenWorld.isLibrary(field.owner());
    }
}
