package blogos.aot.compiler.llvm;

import blogos.aot.compiler.Target;

/**
 * What decides the code made from a module, besides its text.
 *
 * @param target what the image runs on: gives code model and relocation model
 * @param profile optimisation profile
 * @param cpu LLVM's name of the processor to compile for
 * @param features LLVM's feature string: comma-separated {@code +name} and {@code -name}, or empty
 * @param isPlugin whether the code is loaded later, anywhere in the reach of its host
 */
public record CodegenOptions(Target target, Profile profile, String cpu, String features, boolean isPlugin) {
    /** The processor that every x86-64 PC has at least: SSE2 and no more. */
    public static final String BASELINE_CPU = "x86-64";

    /** Options for an image that is no plug-in. */
    public CodegenOptions(Target target, Profile profile, String cpu, String features) {
        this(target, profile, cpu, features, false);
    }

    /** Options for the baseline processor. */
    public static CodegenOptions of(Target target, Profile profile) {
        return new CodegenOptions(target, profile, BASELINE_CPU, "");
    }

    /** Options for a plug-in, for the baseline processor. */
    public static CodegenOptions ofPlugin(Target target, Profile profile) {
        return new CodegenOptions(target, profile, BASELINE_CPU, "", true);
    }
}
