package blogos.aot.runtime;

/**
 * A plug-in's file: an ELF shared object (System V ABI, chapter 4 and 5) with a segment of type {@value #PT_JAVA}, whose
 * format the compiler's {@code blogos.aot.compiler.plugin.PluginFile} describes. Nothing is taken on trust: what passes
 * {@link #parse} can be loaded without reading or writing outside of file and image.
 */
final class PluginFile {
    static final int PF_X = 1;
    static final int PF_W = 2;
    static final int PAGE_SIZE = 4096;

    private static final int PT_LOAD = 1;
    private static final int PT_JAVA = 0x6a61_7661;
    private static final int ELF_MAGIC = 0x464c_457f;
    private static final int CLASS_64_LITTLE_ENDIAN = 0x0101_02;
    private static final int ET_DYN = 3;
    private static final int EM_X86_64 = 62;
    private static final int ELF_HEADER_SIZE = 64;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int MAX_SEGMENTS = 16;
    private static final int MAX_IMAGE_SIZE = 256 << 20;

    private static final int MAGIC = 0x314c_504a;
    private static final int CHECKSUM = 16;
    private static final int HASH = 32;
    private static final int HASH_SIZE = 32;
    private static final int PLACES = 64;
    private static final long FNV_BASIS = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;

    /** A loaded part: offset and size in the file, address and size in the image (bounds are checked), flags. */
    record Segment(int offset, int fileSize, int address, int memorySize, int flags) {}

    private final byte[] bytes;
    private final Segment[] segments = new Segment[MAX_SEGMENTS];
    private int segmentCount;
    private Segment loader;

    private PluginFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Checks a file. Throws a {@link PluginException} that says what is wrong with it. */
    static PluginFile parse(byte[] bytes) throws PluginException {
        PluginFile file = new PluginFile(bytes);
        file.checkElf();
        file.readSegments();
        file.checkLoaderSegment();
        file.checkInterface();
        file.checkPlaces();
        return file;
    }

    private void checkElf() throws PluginException {
        if (bytes.length < ELF_HEADER_SIZE || i32(0) != ELF_MAGIC) {
            throw new PluginException("not an ELF file");
        }
        if ((i32(4) & 0xff_ffff) != CLASS_64_LITTLE_ENDIAN || u16(18) != EM_X86_64) {
            throw new PluginException("an ELF file for another machine than x86-64: number " + u16(18));
        }
        if (u16(16) != ET_DYN) {
            throw new PluginException("not a plug-in: ELF file of type " + u16(16));
        }
    }

    private void readSegments() throws PluginException {
        long table = i64(32);
        int count = u16(56);
        if (u16(54) != PROGRAM_HEADER_SIZE || count > MAX_SEGMENTS
                || !isInside(table, (long) count * PROGRAM_HEADER_SIZE, bytes.length)) {
            throw damaged("program headers");
        }
        long sum = FNV_BASIS;
        long end = 0;
        for (int i = 0; i < count; i++) {
            int at = (int) table + i * PROGRAM_HEADER_SIZE;
            int type = i32(at);
            if (type != PT_LOAD && type != PT_JAVA) {
                continue;
            }
            Segment segment = segment(at);
            sum = sum(at, 8, sum);
            sum = sum(at + 16, 8, sum);
            sum = sum(at + 32, 16, sum);
            if (type == PT_JAVA) {
                loader = segment;
                if (segment.fileSize < PLACES) {
                    throw damaged("the loader's segment");
                }
                sum = sum(segment.offset, CHECKSUM, sum);
                sum = sum(segment.offset + CHECKSUM + 8, segment.fileSize - CHECKSUM - 8, sum);
            } else {
                if (segment.address % PAGE_SIZE != 0 || segment.address < end || (segment.flags & 3) == (PF_X | PF_W)) {
                    throw damaged("a segment's address or rights");
                }
                end = (long) segment.address + segment.memorySize;
                segments[segmentCount++] = segment;
                sum = sum(segment.offset, segment.fileSize, sum);
            }
        }
        if (loader == null) {
            throw new PluginException("not a plug-in: an ELF file without a segment for the loader");
        }
        if (i64(loader.offset + CHECKSUM) != sum) {
            throw damaged("checksum");
        }
        if (end > imageSize() || imageSize() % PAGE_SIZE != 0) {
            throw damaged("size of the image");
        }
    }

    private Segment segment(int at) throws PluginException {
        long offset = i64(at + 8);
        long address = i64(at + 16);
        long fileSize = i64(at + 32);
        long memorySize = i64(at + 40);
        if (!isInside(offset, fileSize, bytes.length) || !isInside(address, memorySize, MAX_IMAGE_SIZE) || fileSize > memorySize) {
            throw damaged("a segment's bounds");
        }
        return new Segment((int) offset, (int) fileSize, (int) address, (int) memorySize, i32(at + 4));
    }

    private void checkLoaderSegment() throws PluginException {
        long places = 4L * count(0) + 4L * count(1) + 8L * count(2);
        boolean isSane = i32(loader.offset) == MAGIC
                && count(0) >= 0 && count(1) >= 0 && count(2) >= 0
                && places == loader.fileSize - PLACES
                && isWritable(headerAddress(), PluginImage.SIZE);
        if (!isSane) {
            throw damaged("the loader's segment");
        }
    }

    private void checkInterface() throws PluginException {
        HostExports exports = HostExports.get();
        if (exports.isNone()) {
            throw new PluginException("this image loads no plug-ins: it was compiled without --interface");
        }
        StringBuilder wanted = new StringBuilder();
        for (int i = 0; i < HASH_SIZE; i++) {
            HostExports.appendHex(wanted, bytes[loader.offset + HASH + i]);
        }
        if (!wanted.toString().equals(exports.hashText())) {
            throw new PluginException("compiled against the interface " + wanted + ", but this image has the interface "
                    + exports.hashText());
        }
    }

    private void checkPlaces() throws PluginException {
        int exports = HostExports.get().count();
        for (int i = 0; i < count(0); i++) {
            checkPlace(ownPlace64(i), 8);
        }
        for (int i = 0; i < count(1); i++) {
            checkPlace(ownPlace32(i), 4);
        }
        for (int i = 0; i < count(2); i++) {
            checkPlace(importPlace(i), importKind(i) == 0 ? 8 : 4);
            if (importKind(i) > 2 || importIndex(i) >= exports) {
                throw new PluginException("unresolved symbol number " + importIndex(i));
            }
        }
    }

    private void checkPlace(int place, int size) throws PluginException {
        for (int i = 0; i < segmentCount; i++) {
            if (isInside((long) place - segments[i].address, size, segments[i].fileSize)) {
                return;
            }
        }
        throw damaged("a relocation");
    }

    private boolean isWritable(int address, int size) {
        for (int i = 0; i < segmentCount; i++) {
            if ((segments[i].flags & PF_W) != 0 && isInside((long) address - segments[i].address, size, segments[i].fileSize)) {
                return true;
            }
        }
        return false;
    }

    int segmentCount() {
        return segmentCount;
    }

    Segment segment(long index) {
        return segments[(int) index];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Number of own places of 8 bytes (0), of 4 bytes (1), and of places of host symbols (2). */
    int count(int kind) {
        return i32(loader.offset + 4 + 4 * kind);
    }

    int headerAddress() {
        return i32(loader.offset + 24);
    }

    int imageSize() {
        return i32(loader.offset + 28);
    }

    int ownPlace64(int index) {
        return i32(loader.offset + PLACES + 4 * index);
    }

    int ownPlace32(int index) {
        return i32(loader.offset + PLACES + 4 * (count(0) + index));
    }

    private int importAt(int index) {
        return loader.offset + PLACES + 4 * (count(0) + count(1)) + 8 * index;
    }

    int importPlace(int index) {
        return i32(importAt(index));
    }

    /** 0: 8 bytes; 1: 4 bytes; 2: 4 bytes relative to the place. */
    int importKind(int index) {
        return i32(importAt(index) + 4) >>> 30;
    }

    int importIndex(int index) {
        return i32(importAt(index) + 4) & 0x3fff_ffff;
    }

    private static PluginException damaged(String what) {
        return new PluginException("damaged file: " + what);
    }

    private static boolean isInside(long offset, long size, long limit) {
        return offset >= 0 && size >= 0 && offset <= limit && size <= limit - offset;
    }

    private long sum(int from, int length, long sum) {
        long result = sum;
        for (int i = from; i < from + length; i++) {
            result = (result ^ bytes[i] & 0xff) * FNV_PRIME;
        }
        return result;
    }

    private int u16(int offset) {
        return bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8;
    }

    private int i32(int offset) {
        return u16(offset) | u16(offset + 2) << 16;
    }

    private long i64(int offset) {
        return i32(offset) & 0xffff_ffffL | (long) i32(offset + 4) << 32;
    }
}
