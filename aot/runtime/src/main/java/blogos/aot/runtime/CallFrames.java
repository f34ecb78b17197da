package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * Finds and runs call frame information: {@code .eh_frame_hdr} and {@code .eh_frame} (Linux Standard Base, 10.6; DWARF
 * version 5, 6.4). All state is in a {@link FrameCursor}'s memory. Expressions are not supported: a frame that needs
 * one ends the walk.
 */
@NoPoll
final class CallFrames {
    private static final int POINTER_FORMAT = 0x0f;
    private static final int HEADER_TABLE_ENCODING = 0x3b;
    private static final int HEADER_COUNT_ENCODING = 0x03;
    private static final int HEADER_SIZE = 4;

    private CallFrames() {}

    /** Looks up the function at an address by binary search and decodes its tables into the cursor. */
    static boolean find(Address cursor, Address header, Address instruction) {
        DwarfReader in = DwarfReader.open(cursor.plus(FrameCursor.READER), header.plus(HEADER_SIZE));
        boolean isSorted = header.loadUnsignedByte(0) == 1
                && header.loadUnsignedByte(2) == HEADER_COUNT_ENCODING
                && header.loadUnsignedByte(3) == HEADER_TABLE_ENCODING;
        if (!isSorted) {
            return false;
        }
        in.encodedValue(header.loadUnsignedByte(1));
        long low = 0;
        long high = in.u32();
        Address table = in.position();
        long wanted = instruction.distanceFrom(header);
        while (low < high) {
            long middle = low + high >>> 1;
            if (table.loadInt(middle * 8) <= wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return false;
        }
        Address entry = header.plus(table.loadInt((low - 1) * 8 + 4));
        return readFunction(cursor, in, entry)
                && instruction.isBelow(cursor.loadAddress(FrameCursor.FUNCTION_END))
                && !instruction.isBelow(cursor.loadAddress(FrameCursor.FUNCTION));
    }

    /** Decodes a frame description entry and its common information entry. */
    private static boolean readFunction(Address cursor, DwarfReader in, Address entry) {
        in.moveTo(entry);
        long length = in.u32();
        Address start = in.position();
        long toCommon = in.u32();
        if (length == 0 || length == 0xffff_ffffL || toCommon == 0 || !readCommon(cursor, in, start.minus(toCommon))) {
            return false;
        }
        in.moveTo(start.plus(4));
        int encoding = (int) cursor.loadLong(FrameCursor.POINTER_ENCODING);
        Address function = in.encoded(encoding, Address.zero());
        cursor.storeAddress(FrameCursor.FUNCTION, function);
        cursor.storeAddress(FrameCursor.FUNCTION_END, function.plus(in.encodedValue(encoding & POINTER_FORMAT)));
        cursor.storeAddress(FrameCursor.LSDA, Address.zero());
        if (cursor.loadLong(FrameCursor.AUGMENTED) != 0) {
            long size = in.unsigned();
            Address after = in.position().plus(size);
            int lsdaEncoding = (int) cursor.loadLong(FrameCursor.LSDA_ENCODING);
            if (lsdaEncoding != DwarfReader.OMITTED) {
                cursor.storeAddress(FrameCursor.LSDA, in.encoded(lsdaEncoding, Address.zero()));
            }
            in.moveTo(after);
        }
        cursor.storeAddress(FrameCursor.PROGRAM, in.position());
        cursor.storeAddress(FrameCursor.PROGRAM_END, start.plus(length));
        return true;
    }

    private static boolean readCommon(Address cursor, DwarfReader in, Address entry) {
        in.moveTo(entry);
        long length = in.u32();
        Address end = in.position().plus(length);
        long id = in.u32();
        int version = in.u8();
        if (id != 0 || version != 1 && version != 3) {
            return false;
        }
        Address augmentation = in.position();
        while (in.u8() != 0) {
            continue;
        }
        cursor.storeLong(FrameCursor.CODE_ALIGNMENT, in.unsigned());
        cursor.storeLong(FrameCursor.DATA_ALIGNMENT, in.signed());
        cursor.storeLong(FrameCursor.RETURN_COLUMN, version == 1 ? in.u8() : in.unsigned());
        cursor.storeLong(FrameCursor.SIGNAL, 0);
        cursor.storeLong(FrameCursor.LSDA_ENCODING, DwarfReader.OMITTED);
        cursor.storeLong(FrameCursor.POINTER_ENCODING, 0);
        boolean isAugmented = augmentation.loadUnsignedByte(0) == 'z';
        cursor.storeLong(FrameCursor.AUGMENTED, isAugmented ? 1 : 0);
        if (isAugmented) {
            long size = in.unsigned();
            Address after = in.position().plus(size);
            if (!readAugmentation(cursor, in, augmentation.plus(1))) {
                return false;
            }
            in.moveTo(after);
        } else if (augmentation.loadUnsignedByte(0) != 0) {
            return false;
        }
        cursor.storeAddress(FrameCursor.CIE_PROGRAM, in.position());
        cursor.storeAddress(FrameCursor.CIE_PROGRAM_END, end);
        return true;
    }

    private static boolean readAugmentation(Address cursor, DwarfReader in, Address letters) {
        for (int i = 0; letters.loadByte(i) != 0; i++) {
            int letter = letters.loadByte(i);
            if (letter == 'P') {
                in.encodedValue(in.u8());
            } else if (letter == 'L') {
                cursor.storeLong(FrameCursor.LSDA_ENCODING, in.u8());
            } else if (letter == 'R') {
                cursor.storeLong(FrameCursor.POINTER_ENCODING, in.u8());
            } else if (letter == 'S') {
                cursor.storeLong(FrameCursor.SIGNAL, 1);
            } else {
                return false;
            }
        }
        return true;
    }

    /** Replaces the cursor's registers by the caller's. The function has been found. */
    static boolean unwind(Address cursor, Address instruction) {
        CallFrameRow row = CallFrameRow.at(cursor.plus(FrameCursor.ROW));
        if (!computeRow(cursor, instruction)) {
            return false;
        }
        long column = cursor.loadLong(FrameCursor.RETURN_COLUMN);
        long frameRegister = row.frameRegister();
        boolean hasCaller = column == FrameCursor.RIP
                && frameRegister < FrameCursor.REGISTERS
                && row.rule(column) != CallFrameRow.UNDEFINED
                && row.rule(column) != CallFrameRow.SAME;
        if (!hasCaller) {
            return false;
        }
        Address frame = cursor.loadAddress(frameRegister * 8).plus(row.frameOffset());
        if (!isReadable(cursor, row, frame)) {
            return false;
        }
        // The rules refer to the callee's registers, so a rule that names another register needs the old values.
        Address old = cursor.plus(FrameCursor.INITIAL_ROW);
        old.copyFrom(cursor, FrameCursor.REGISTERS * 8L);
        for (int i = 0; i < FrameCursor.REGISTERS; i++) {
            long value = switch (row.rule(i)) {
                case CallFrameRow.OFFSET -> frame.loadLong(row.value(i));
                case CallFrameRow.VALUE_OFFSET -> frame.toLong() + row.value(i);
                case CallFrameRow.REGISTER -> old.loadLong(row.value(i) * 8);
                default -> i == FrameCursor.RSP ? frame.toLong() : old.loadLong(i * 8L);
            };
            cursor.storeLong(i * 8L, value);
        }
        cursor.storeLong(FrameCursor.EXACT, cursor.loadLong(FrameCursor.SIGNAL));
        return cursor.loadLong(FrameCursor.RIP * 8L) != 0;
    }

    private static boolean isReadable(Address cursor, CallFrameRow row, Address frame) {
        for (int i = 0; i < FrameCursor.REGISTERS; i++) {
            int rule = row.rule(i);
            boolean bad = rule == CallFrameRow.OFFSET && !FrameCursor.isReadable(cursor, frame.plus(row.value(i)))
                    || rule == CallFrameRow.REGISTER && (row.value(i) < 0 || row.value(i) >= FrameCursor.REGISTERS);
            if (bad) {
                return false;
            }
        }
        return true;
    }

    /** Runs the located function's programs up to an instruction. */
    static boolean computeRow(Address cursor, Address instruction) {
        CallFrameRow row = CallFrameRow.at(cursor.plus(FrameCursor.ROW));
        row.clear();
        cursor.storeLong(FrameCursor.ARGUMENTS_SIZE, 0);
        cursor.storeLong(FrameCursor.ROW_DEPTH, 0);
        Address commonStart = cursor.loadAddress(FrameCursor.CIE_PROGRAM);
        if (!CallFrameProgram.run(cursor, commonStart, cursor.loadAddress(FrameCursor.CIE_PROGRAM_END), instruction)) {
            return false;
        }
        CallFrameRow.at(cursor.plus(FrameCursor.INITIAL_ROW)).copyFrom(row);
        Address start = cursor.loadAddress(FrameCursor.PROGRAM);
        return CallFrameProgram.run(cursor, start, cursor.loadAddress(FrameCursor.PROGRAM_END), instruction);
    }
}
