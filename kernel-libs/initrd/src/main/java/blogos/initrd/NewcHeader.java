package blogos.initrd;

import blogos.aot.api.Bytes;

/**
 * The header of one member of a "newc" cpio archive: 110 ASCII characters, namely the magic number and thirteen fields
 * of eight hexadecimal digits; then the name with its NUL (or several, which align the contents), and the contents, each padded with NULs to a multiple of 4
 * from the start of the archive.
 *
 * <p>Source: cpio(5), "New ASCII Format" and "New CRC Format".
 */
final class NewcHeader {
    private static final int SIZE = 110;
    private static final int MAGIC_LENGTH = 6;
    private static final int MAX_NAME_LENGTH = 2 * 4096;

    private final Bytes archive;
    private final long start;
    private final boolean hasChecksum;
    private final int nameLength;
    private final long contentLength;

    /** Reads the header at an offset and checks that name and contents lie in the archive. */
    NewcHeader(Bytes archive, long start) throws InitrdException {
        this.archive = archive;
        this.start = start;
        if (start > archive.length() - SIZE) {
            throw new InitrdException("archive ends without a trailer", archive.length());
        }
        String magic = archive.latin1(start, MAGIC_LENGTH);
        this.hasChecksum = magic.equals("070702");
        if (!hasChecksum && !magic.equals("070701")) {
            throw new InitrdException("no newc cpio header", start);
        }
        long length = field(11);
        if (length < 1 || length > MAX_NAME_LENGTH || length > archive.length() - SIZE - start) {
            throw new InitrdException("bad length of a name", start);
        }
        this.nameLength = (int) length;
        this.contentLength = field(6);
        if (contentStart() > archive.length() || contentLength > archive.length() - contentStart()) {
            throw new InitrdException("contents reach past the end of the archive", start);
        }
    }

    /** Name without the NULs. */
    byte[] name() throws InitrdException {
        long nameStart = start + SIZE;
        int length = 0;
        while (length < nameLength && archive.u8(nameStart + length) != 0) {
            length++;
        }
        if (length == nameLength) {
            throw new InitrdException("name without a NUL", nameStart);
        }
        for (int i = length; i < nameLength; i++) {
            if (archive.u8(nameStart + i) != 0) {
                throw new InitrdException("NUL inside a name", nameStart);
            }
        }
        byte[] name = new byte[length];
        archive.copyTo(nameStart, name, 0, length);
        return name;
    }

    int mode() throws InitrdException {
        return (int) field(1);
    }

    /** Number of names that the object has. */
    long links() throws InitrdException {
        return field(4);
    }

    /** What tells apart the objects of one device: its inode and minor device number. */
    long identity() throws InitrdException {
        return field(8) << 32 | field(0);
    }

    /** The contents; also checks their sum where the format has one. */
    Bytes contents() throws InitrdException {
        Bytes contents = archive.slice(contentStart(), contentLength);
        if (hasChecksum && sum(contents) != field(12)) {
            throw new InitrdException("wrong checksum", start);
        }
        return contents;
    }

    /** Where the next header is; above the start of this one. */
    long end() {
        return align(contentStart() + contentLength);
    }

    private long contentStart() {
        return align(start + SIZE + nameLength);
    }

    private long field(int index) throws InitrdException {
        long offset = start + MAGIC_LENGTH + 8 * index;
        long value = 0;
        for (int i = 0; i < 8; i++) {
            int digit = Character.digit((char) archive.u8(offset + i), 16);
            if (digit < 0) {
                throw new InitrdException("not a hexadecimal digit", offset + i);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static long sum(Bytes bytes) {
        long sum = 0;
        for (long i = 0; i < bytes.length(); i++) {
            sum += bytes.u8(i);
        }
        return sum & 0xffff_ffffL;
    }

    private static long align(long offset) {
        return (offset + 3) & ~3L;
    }
}
