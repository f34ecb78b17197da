package blogos.aot.compiler.reach;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.List;

/** What a plug-in finds in its host: classes with instances, and calls of their methods. */
final class HostRoots {
    private HostRoots() {}

    /** Adds it to the analysis of a plug-in. */
    static void add(Reachability reachability, HostInterface host) {
        List<ClassInfo> held = new ArrayList<>();
        for (HostInterface.HeldClass c : host.classes()) {
            ClassInfo info = reachability.pool().find(c.name());
            if (info == null) {
                throw new CompileException("the class path lacks the host's class " + c.name().replace('/', '.'));
            }
            host.verify(info);
            held.add(info);
            c.slots().forEach(selector -> reachability.callVirtually(info, selector));
            if (info.isInterface()) {
                info.methods().stream().map(MethodInfo::selector).filter(host.selectors()::contains)
                        .forEach(selector -> reachability.callVirtually(info, selector));
            }
        }
        for (ClassInfo info : held) {
            reachability.initialize(info);
            if (!info.isAbstract()) {
                reachability.instantiate(info);
            }
        }
        host.arrays().forEach(reachability::array);
    }
}
