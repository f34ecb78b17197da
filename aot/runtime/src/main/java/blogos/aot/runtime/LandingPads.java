package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * The call-site table in a function's language-specific data area, in the format of GCC and LLVM ({@code
 * .gcc_except_table}). Every landing pad catches everything.
 */
@NoPoll
final class LandingPads {
    private LandingPads() {}

    /** The landing pad for exceptions out of the call that a located cursor is at, or 0. */
    static Address find(FrameCursor cursor) {
        Address function = cursor.function();
        DwarfReader in = DwarfReader.open(cursor.memory().plus(FrameCursor.READER), cursor.languageData());
        int baseEncoding = in.u8();
        Address base = baseEncoding == DwarfReader.OMITTED ? function : in.encoded(baseEncoding, function);
        if (in.u8() != DwarfReader.OMITTED) {
            in.unsigned();
        }
        int encoding = in.u8();
        long size = in.unsigned();
        Address end = in.position().plus(size);
        long wanted = cursor.instruction().distanceFrom(function);
        while (in.position().isBelow(end)) {
            long start = in.encodedValue(encoding);
            long length = in.encodedValue(encoding);
            long pad = in.encodedValue(encoding);
            in.unsigned();
            if (wanted < start) {
                return Address.zero();
            }
            if (wanted < start + length) {
                return pad == 0 ? Address.zero() : base.plus(pad);
            }
        }
        return Address.zero();
    }
}
