package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Symbol;

/** Where the image and its plug-ins keep their code and their unwind tables. */
@NoPoll
final class UnwindTables {
    private UnwindTables() {}

    /** The {@code .eh_frame_hdr} of the code at an address, or 0 if it is not Java code. */
    static Address headerFor(Address instruction) {
        if (!instruction.isBelow(textStart()) && instruction.isBelow(textEnd())) {
            return frameHeader();
        }
        PluginImage plugin = PluginImages.around(instruction);
        return !plugin.isNone() && plugin.hasCode(instruction) ? plugin.frameHeader() : Address.zero();
    }

    @Symbol("__text_start")
    static native Address textStart();

    @Symbol("__text_end")
    static native Address textEnd();

    @Symbol("__eh_frame_hdr_start")
    private static native Address frameHeader();
}
