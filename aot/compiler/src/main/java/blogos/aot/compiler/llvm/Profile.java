package blogos.aot.compiler.llvm;

/** How much time code generation spends on the speed of the code. */
public enum Profile {
    /** Compiles fast: values leave the stack slots, obvious redundancy goes, word types alone are inlined. */
    DEBUG("always-inline,function(sroa,early-cse,simplifycfg,instcombine<no-verify-fixpoint>)", 1),
    /** Code as fast as LLVM makes it at -O2. */
    RELEASE("default<O2>", 2);

    private final String passes;
    private final int codegenLevel;

    Profile(String passes, int codegenLevel) {
        this.passes = passes;
        this.codegenLevel = codegenLevel;
    }

    /** The pass pipeline, in the notation of LLVM's {@code opt -passes}. */
    String passes() {
        return passes;
    }

    /** The code generator's level: LLVM's {@code LLVMCodeGenOptLevel}, 0 to 3. */
    int codegenLevel() {
        return codegenLevel;
    }
}
