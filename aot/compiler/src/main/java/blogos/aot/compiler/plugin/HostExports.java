package blogos.aot.compiler.plugin;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.model.HostInterface;
import java.util.List;

/**
 * The part of a host's image that plug-ins are linked to when they are loaded: section {@code .jexports} holds the hash
 * of the interface (32 bytes), the number of exports and the low 32 bits of each one's address.
 */
public final class HostExports {
    private HostExports() {}

    /** A module with the table. */
    public static IrModule of(HostInterface host, Target target) {
        List<String> symbols = host.exports();
        StringBuilder table = new StringBuilder();
        // The linker wants numbers of 32 bits; addresses in the top 2 GiB become such by one turn around.
        String turn = target.classPointer() == Target.ClassPointer.SIGN_EXTENDED ? " + 4294967296" : "";
        table.append("module asm \".section .jexports,\\22a\\22,@progbits\"\n");
        table.append("module asm \".p2align 3\"\n");
        for (byte b : host.hash()) {
            table.append("module asm \".byte ").append(b & 0xff).append("\"\n");
        }
        table.append("module asm \".long ").append(symbols.size()).append("\"\n");
        for (String symbol : symbols) {
            table.append("module asm \".hidden \\22").append(symbol).append("\\22\"\n");
            table.append("module asm \".long \\22").append(symbol).append("\\22").append(turn).append("\"\n");
        }
        return new IrModule("exports", table.toString());
    }
}
