package blogos.aot.compiler.reach;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.MethodInfo;
import java.util.Map;
import java.util.TreeMap;

/** Says what an image contains and why. */
public final class Report {
    private final World world;

    /** A report on a world. */
    public Report(World world) {
        this.world = world;
    }

    /** Classes and methods by package, one line each, with a total. */
    public String contents() {
        Map<String, int[]> packages = new TreeMap<>();
        world.classes().forEach(info -> packages.computeIfAbsent(packageOf(info.binaryName()), key -> new int[2])[0]++);
        world.methods().forEach(method -> packages.computeIfAbsent(packageOf(method.owner().binaryName()), key -> new int[2])[1]++);
        StringBuilder text = new StringBuilder(String.format("%-45s %8s %8s%n", "package", "classes", "methods"));
        packages.forEach((name, counts) -> text.append(String.format("%-45s %8d %8d%n", name, counts[0], counts[1])));
        return text.append(String.format("%-45s %8d %8d%n", "total", world.classes().size(), world.methods().size())).toString();
    }

    private static String packageOf(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return dot < 0 ? "(unnamed)" : binaryName.substring(0, dot);
    }

    /** The calls that lead to a method, given as {@code pkg.Class.method}, the method itself first. */
    public String why(String name) {
        for (MethodInfo method : world.methods()) {
            if ((method.owner().binaryName() + "." + method.name()).equals(name)) {
                StringBuilder text = new StringBuilder();
                for (MethodInfo m = method; m != null; m = world.reachedFrom(m)) {
                    text.append(m == method ? "" : "  reached from ").append(m).append(System.lineSeparator());
                }
                return text.toString();
            }
        }
        throw new CompileException("the image has no method " + name);
    }
}
