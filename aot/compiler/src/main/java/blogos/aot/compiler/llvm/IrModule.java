package blogos.aot.compiler.llvm;

/**
 * One unit of code generation: a module in LLVM's textual form.
 *
 * @param name what errors call the module; also its source file name if the text sets none
 * @param text the complete module; its target triple and data layout may be left out
 */
public record IrModule(String name, String text) {
    /** The text of a module that puts bytes into a section of its own, 8-byte aligned; nothing has to refer to it. */
    public static String data(String symbol, byte[] bytes, String section) {
        StringBuilder text = new StringBuilder(bytes.length * 3 + 100);
        text.append('@').append(symbol).append(" = internal constant [").append(bytes.length).append(" x i8] c\"");
        for (byte b : bytes) {
            text.append('\\').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return text.append("\", section \"").append(section).append("\", align 8\n@llvm.used = appending global [1 x ptr] [ptr @")
                .append(symbol).append("], section \"llvm.metadata\"\n").toString();
    }
}
