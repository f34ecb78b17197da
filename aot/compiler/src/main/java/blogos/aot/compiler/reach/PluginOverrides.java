package blogos.aot.compiler.reach;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods of a plug-in's class that override or implement methods of the host which have no place in the host's
 * tables. Nobody calls them through a table; another plug-in may look them up.
 */
public final class PluginOverrides {
    private PluginOverrides() {}

    /** Selectors and the methods that a class selects for them. */
    public static Map<String, MethodInfo> of(World world, ClassInfo info) {
        HostInterface host = world.host();
        Map<String, MethodInfo> found = new LinkedHashMap<>();
        List<ClassInfo> supertypes = new ArrayList<>(info.allInterfaces());
        for (ClassInfo c = info.superClass(); c != null; c = c.superClass()) {
            supertypes.add(c);
        }
        for (ClassInfo supertype : supertypes) {
            if (!host.holds(supertype)) {
                continue;
            }
            for (MethodInfo method : supertype.methods()) {
                boolean isLate = method.isVirtual() && !method.isFinal()
                        && world.isLate(new Call(supertype, method, true));
                MethodInfo selected = isLate ? info.select(method.selector()) : null;
                if (selected != null && !selected.isAbstract() && !host.holds(selected.owner())) {
                    found.put(method.selector(), selected);
                }
            }
        }
        return found;
    }
}
