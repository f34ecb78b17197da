package blogos.kernel.unwind;

import blogos.aot.api.Bytes;

/**
 * The call frame information of a program (Linux Standard Base, 10.6; DWARF version 5, section 6.4), which is not to be
 * trusted: whatever the bytes are, a search ends after work bounded by their number and reads nothing else.
 */
public final class CallFrameTable {
    /** Relative to the header, signed, four bytes: what linkers write. */
    private static final int TABLE_ENCODING = 0x3b;

    /** Longest augmentation string that makes sense, and then some. */
    private static final int MOST_LETTERS = 8;

    private static final int COUNT_ENCODING = 3;
    /** Bit of an encoding: the number is the address of the value. */
    private static final int INDIRECT = 0x80;

    private final Bytes header;
    private final long headerAddress;
    private final Bytes frames;
    private final long framesAddress;

    /** Fields of the entries read last. */
    private UnwindProgram program;

    private int pointerEncoding;
    private boolean augmented;
    private boolean signalFrame;

    /**
     * The table in two sections.
     *
     * @param header contents of {@code .eh_frame_hdr}
     * @param frames contents of {@code .eh_frame}
     */
    public CallFrameTable(Bytes header, long headerAddress, Bytes frames, long framesAddress) {
        this.header = header;
        this.headerAddress = headerAddress;
        this.frames = frames;
        this.framesAddress = framesAddress;
    }

    /** How to get to the caller of the code at an address; null if the table does not say or makes no sense. */
    UnwindRow find(long pc) {
        try {
            long entry = search(pc);
            return entry < 0 ? null : read(entry, pc);
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** Whether the function found last was interrupted where its caller continues, rather than called from there. */
    boolean isSignalFrame() {
        return signalFrame;
    }

    /** Offset in {@link #frames} of the entry of the last function that begins at or below an address, or -1. */
    private long search(long pc) {
        DwarfCursor in = new DwarfCursor(header, headerAddress, 0);
        boolean known = in.u8() == 1;
        int frameEncoding = in.u8();
        known &= in.u8() == COUNT_ENCODING;
        known &= in.u8() == TABLE_ENCODING;
        if (!known) {
            return -1;
        }
        in.encoded(frameEncoding);
        long count = in.u32();
        long table = in.position();
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = low + high >>> 1;
            if (headerAddress + header.i32(table + middle * 8) <= pc) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? -1 : headerAddress + header.i32(table + (low - 1) * 8 + 4) - framesAddress;
    }

    /** Reads a frame description entry and runs its program. */
    private UnwindRow read(long entry, long pc) {
        DwarfCursor in = new DwarfCursor(frames, framesAddress, entry);
        long end = in.u32() + in.position();
        long pointerPosition = in.position();
        long distance = in.u32();
        if (distance == 0) {
            return null;
        }
        readCommon(pointerPosition - distance);
        long start = in.encoded(pointerEncoding);
        long size = in.encoded(pointerEncoding & DwarfCursor.FORMAT);
        if (pc < start || pc - start >= size) {
            return null;
        }
        if (augmented) {
            long length = in.unsigned();
            in.moveTo(in.position() + length);
        }
        program.run(in, end, start, pc);
        return program.row();
    }

    /** Reads a common information entry and runs its program. */
    private void readCommon(long entry) {
        DwarfCursor in = new DwarfCursor(frames, framesAddress, entry);
        long end = in.u32() + in.position();
        long id = in.u32();
        int version = in.u8();
        if (id != 0 || version != 1) {
            throw new IndexOutOfBoundsException(version);
        }
        StringBuilder augmentation = new StringBuilder();
        for (int c = in.u8(); c != 0 && augmentation.length() < MOST_LETTERS; c = in.u8()) {
            augmentation.append((char) c);
        }
        long codeAlignment = in.unsigned();
        long dataAlignment = in.signed();
        boolean isUsual = in.u8() == UnwindRow.RIP;
        pointerEncoding = 0;
        signalFrame = false;
        augmented = augmentation.length() > 0;
        if (augmented) {
            long length = in.unsigned();
            long after = in.position() + length;
            readAugmentation(in, augmentation.toString());
            in.moveTo(after);
        }
        if (!isUsual) {
            throw new IndexOutOfBoundsException(entry);
        }
        program = new UnwindProgram(codeAlignment, dataAlignment, pointerEncoding);
        program.run(in, end, 0, 0);
        program.endInitial();
    }

    private void readAugmentation(DwarfCursor in, String letters) {
        if (letters.charAt(0) != 'z') {
            throw new IndexOutOfBoundsException(letters);
        }
        for (int i = 1; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case 'P' -> in.encoded(in.u8() & ~INDIRECT);
                case 'L' -> in.u8();
                case 'R' -> pointerEncoding = in.u8();
                case 'S' -> signalFrame = true;
                default -> throw new IndexOutOfBoundsException(letters);
            }
        }
    }
}
