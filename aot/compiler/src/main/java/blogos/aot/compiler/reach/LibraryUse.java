package blogos.aot.compiler.reach;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;

/**
 * Refuses what a program asks of the library that images do without. The library itself may mention such things, in
 * branches that never run; there they throw when they are touched.
 */
final class LibraryUse {
    private static final String RUNTIME = "blogos/aot/runtime/";

    private final Cuts cuts;

    LibraryUse(Cuts cuts) {
        this.cuts = cuts;
    }

    /** Whether a method belongs to a program or a library of its own, not to java.base or what replaces its parts. */
    static boolean isOfProgram(MethodInfo method) {
        String name = method.owner().name();
        return !method.owner().isFromJdk() && !name.startsWith("java/") && !name.startsWith("jdk/") && !name.startsWith(RUNTIME);
    }

    /** Checks the use of something that is missing. */
    void checkAbsent(MethodInfo caller, String owner, String member) {
        if (isOfProgram(caller)) {
            throw refusal(owner, member);
        }
    }

    /** Checks the call of a method that exists. */
    void checkCall(MethodInfo caller, String owner, String name) {
        if (cuts.isOnlyForLibrary(owner + "." + name) && isOfProgram(caller)) {
            throw refusal(owner, name);
        }
    }

    private CompileException refusal(String owner, String member) {
        String hint = cuts.hint(owner + "." + member);
        String what = owner.replace('/', '.') + (member.equals("<init>") ? "" : "." + member);
        return new CompileException(what + " is not in images" + (hint == null ? "" : ": " + hint));
    }
}
