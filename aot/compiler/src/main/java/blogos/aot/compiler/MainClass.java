package blogos.aot.compiler;

import blogos.aot.compiler.ir.EntryPoint;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.MethodInfo;
import java.util.List;
import java.util.Map;

/** Finds where an image starts, from what the user calls it. */
final class MainClass {
    private static final String MAIN = "main([Ljava/lang/String;)V";
    private static final int SHOWN = 5;

    private MainClass() {}

    /** The entry point; an error that helps if there is none. */
    static EntryPoint find(ClassPool pool, String given) {
        ClassInfo info = pool.find(given.replace('.', '/'));
        if (info == null) {
            throw new CompileException("main class " + given + " is not on the class path" + advice(pool, given));
        }
        MethodInfo main = info.resolve(MAIN);
        if (main == null || !main.isStatic()) {
            throw new CompileException(given + " has no method public static void main(String[])" + advice(pool, given));
        }
        return new EntryPoint(info, main);
    }

    private static String advice(ClassPool pool, String given) {
        String simple = given.replaceFirst("\\.(java|class)$", "").replaceFirst(".*[./]", "");
        List<String> mains = pool.source().classPathNames().stream()
                .filter(name -> !name.startsWith("blogos/aot/") && hasMain(pool, name))
                .map(name -> name.replace('/', '.'))
                .toList();
        List<String> likely = mains.stream()
                .filter(name -> name.equalsIgnoreCase(simple) || name.toLowerCase().endsWith("." + simple.toLowerCase()))
                .toList();
        if (likely.size() == 1 && !likely.get(0).equals(given)) {
            return "; did you mean " + likely.get(0) + "?";
        }
        if (mains.isEmpty()) {
            return "";
        }
        String more = mains.size() > SHOWN ? ", ..." : "";
        return "; those with a main there: " + String.join(", ", mains.subList(0, Math.min(SHOWN, mains.size()))) + more;
    }

    private static boolean hasMain(ClassPool pool, String name) {
        ClassInfo info = pool.find(name);
        MethodInfo main = info == null ? null : info.declared(MAIN);
        return main != null && main.isStatic();
    }
}
