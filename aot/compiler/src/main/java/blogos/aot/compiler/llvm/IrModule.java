package blogos.aot.compiler.llvm;

/**
 * One unit of code generation: a module in LLVM's textual form.
 *
 * @param name what errors call the module; also its source file name if the text sets none
 * @param text the complete module; its target triple and data layout may be left out
 */
public record IrModule(String name, String text) {
}
