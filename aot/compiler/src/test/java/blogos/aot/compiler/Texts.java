package blogos.aot.compiler;

import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.llvm.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The intermediate code of a program in a test. */
public final class Texts {
    private Texts() {}

    /** All modules of a Linux executable. */
    public static List<IrModule> of(Path classes, String mainClass, Profile profile) {
        List<Path> path = new ArrayList<>(List.of(classes));
        path.addAll(Sources.runtime());
        return Aot.translate(new Aot.Request(path, mainClass, Target.LINUX, profile, classes.resolve("out"), null)).modules();
    }

    /** The text of the module of a class, by its internal name. */
    public static String module(List<IrModule> modules, String className) {
        return modules.stream()
                .filter(module -> module.name().replace('.', '/').equals(className))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module " + className))
                .text();
    }
}
