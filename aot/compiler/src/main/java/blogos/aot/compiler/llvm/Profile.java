package blogos.aot.compiler.llvm;

/** How much time code generation spends on the speed of the code. */
public enum Profile {
    /** Compiles fast: values leave the stack slots, obvious redundancy goes, word types alone are inlined. */
    DEBUG("always-inline,function(sroa,early-cse,simplifycfg,instcombine<no-verify-fixpoint>)", 1, 0),
    /** Code as fast as LLVM makes it at -O2. */
    RELEASE("default<O2>", 2, 325);

    private final String passes;
    private final int codegenLevel;
    private final int inlinerThreshold;

    Profile(String passes, int codegenLevel, int inlinerThreshold) {
        this.passes = passes;
        this.codegenLevel = codegenLevel;
        this.inlinerThreshold = inlinerThreshold;
    }

    /** The pass pipeline, in the notation of LLVM's {@code opt -passes}. */
    String passes() {
        return passes;
    }

    /** Up to which cost LLVM's inliner copies a body to a call: more than its own 225, for in Java every method has ways out that throw. */
    int inlinerThreshold() {
        return inlinerThreshold;
    }

    /** The code generator's level: LLVM's {@code LLVMCodeGenOptLevel}, 0 to 3. */
    int codegenLevel() {
        return codegenLevel;
    }
}
