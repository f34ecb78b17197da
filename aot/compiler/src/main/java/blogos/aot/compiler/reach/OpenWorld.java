package blogos.aot.compiler.reach;

import blogos.aot.compiler.desugar.LambdaExpansion;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What of an image code that is loaded later may use and extend: the library (JDK and runtime), and what is public or
 * protected in the open packages.
 */
public class OpenWorld {
    /** Nothing is loaded later. */
    static final OpenWorld CLOSED = new OpenWorld(Set.of(), false);

    private final Set<String> packages;
    private final boolean isLoading;
    private final Set<ClassInfo> supertypes = new HashSet<>();
    private final Map<ClassInfo, Boolean> extendable = new HashMap<>();

    private OpenWorld(Set<String> packages, boolean isLoading) {
        this.packages = packages;
        this.isLoading = isLoading;
    }

    /** A world with open packages. */
    static OpenWorld of(Set<String> packages) {
        return new OpenWorld(packages, true);
    }

    /** The world of a plug-in: its own classes are closed, those of its host are open. */
    static OpenWorld ofHost(HostInterface host) {
        return new OpenWorld(Set.of(), false) {
            @Override
            public boolean isExtendable(ClassInfo info) {
                return !info.isFinal() && host.holds(info);
            }
        };
    }

    /** Notes an exposed class of an open package: whoever extends it also extends its supertypes. */
    void expose(ClassInfo info) {
        for (ClassInfo c = info.superClass(); c != null; c = c.superClass()) {
            supertypes.add(c);
        }
        supertypes.addAll(info.allInterfaces());
    }

    /** Whether code that is loaded later may exist. */
    public boolean isLoading() {
        return isLoading;
    }

    /** Whether a class is of the JDK or of the runtime, of which parts may also be compiled into what is loaded later. */
    public static boolean isLibrary(ClassInfo info) {
        String name = info.name();
        return info.isFromJdk() || name.startsWith("java/") || name.startsWith("jdk/") || name.startsWith("blogos/aot/");
    }

    /** Whether code that is loaded later may name a class. */
    public boolean isUsable(ClassInfo info) {
        return isLoading && !info.name().contains(LambdaExpansion.CLASS_MARK) && (isLibrary(info) || isExposed(info));
    }

    /** Whether code that is loaded later may know a class: by name, or as a superclass or superinterface. */
    public boolean isVisible(ClassInfo info) {
        return isUsable(info) || supertypes.contains(info);
    }

    /** Whether a class is public or protected in an open package. */
    boolean isExposed(ClassInfo info) {
        return info.isExposed() && packages.contains(info.packageName());
    }

    /** Whether subclasses or implementations of a class may be loaded later. */
    public boolean isExtendable(ClassInfo info) {
        return extendable.computeIfAbsent(info, key -> !info.isFinal() && isVisible(info));
    }

    /** Whether a method has its place in vtables or interface tables though nothing may call it yet. */
    boolean isFrozen(MethodInfo method) {
        return method.isVirtual() && !method.isFinal() && method.isExposed() && isVisible(method.owner())
                && !isLibrary(method.owner());
    }
}
