package blogos.aot.compiler.llvm;

/** Hears how far {@link ObjectCompiler#compileAll} has come. Calls come from the thread that called it. */
@FunctionalInterface
public interface CompileListener {
    /** Hears nothing. */
    CompileListener NONE = (done, total, name) -> { };

    /**
     * A module was compiled.
     *
     * @param done how many of the modules that were not in the cache are compiled now, from 1
     * @param total how many there are
     * @param name the module's name
     */
    void compiled(int done, int total, String name);
}
