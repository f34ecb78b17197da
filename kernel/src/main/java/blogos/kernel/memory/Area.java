package blogos.kernel.memory;

import blogos.aot.api.Bytes;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.syscalls.Protection;

/**
 * A range of a program's pages that are alike: same purpose, same rights, same origin of their contents. Frames come
 * when a page is touched.
 */
final class Area {
    /** First address; a multiple of the page size, as is {@link #end}. */
    long start;

    /** Address behind the last. */
    long end;

    AreaKind kind;

    /** Bits of {@link Protection}. */
    int protection;

    /** Whether every page that has no frame of its own has one promised. */
    boolean promised;

    /** Whether it is being unmapped: nothing comes here any more. */
    boolean leaving;

    /** The file whose contents begin as those of the area; null if all is zero. */
    Bytes file;

    /** Address at which the file's first byte would be. */
    long fileBase;

    /** Addresses from here to {@link #fileEnd} have the file's contents, others are zero. */
    long fileStart;

    long fileEnd;

    /** Whether addresses from {@link #fileEnd} to the end of its page must be zero. */
    boolean zeroTail;

    /** Makes this an area of zeros. */
    void set(AreaKind newKind, long newStart, long newEnd, int newProtection) {
        kind = newKind;
        start = newStart;
        end = newEnd;
        protection = newProtection;
        promised = newKind != AreaKind.STACK && newProtection != Protection.NONE;
        leaving = false;
        file = null;
    }

    /** Makes this an area with a part of a file, of which {@link #fileBase} and what follows are set. */
    void setFile(Bytes newFile, long newStart, long newEnd, int newProtection) {
        set(AreaKind.SEGMENT, newStart, newEnd, newProtection);
        promised = isWritable();
        file = newFile;
    }

    /** Makes this the upper part of another area, which becomes the lower part. */
    void splitFrom(Area other, long at) {
        start = at;
        end = other.end;
        kind = other.kind;
        protection = other.protection;
        promised = other.promised;
        leaving = other.leaving;
        file = other.file;
        fileBase = other.fileBase;
        fileStart = other.fileStart;
        fileEnd = other.fileEnd;
        zeroTail = other.zeroTail;
        other.end = at;
    }

    /** Whether this and an area that begins where this ends are as good as one. */
    boolean continuesIn(Area next) {
        return end == next.start
                && kind == next.kind
                && protection == next.protection
                && promised == next.promised
                && file == null
                && next.file == null
                && !leaving
                && !next.leaving;
    }

    long pages() {
        return end - start >>> PageFrame.SHIFT;
    }

    boolean isWritable() {
        return (protection & Protection.WRITE) != 0;
    }

    boolean isExecutable() {
        return (protection & Protection.EXECUTE) != 0;
    }

    /** The rights in the entries of its pages. */
    long rights() {
        return PageFlags.rights(isWritable(), isExecutable());
    }

    /**
     * Whether a page may be the file's own frame: the program cannot change it, and every byte of it is the file's or
     * nobody's.
     */
    boolean canShare(long page) {
        return file != null
                && !isWritable()
                && page + PageFrame.SIZE > fileStart
                && (page + PageFrame.SIZE <= fileEnd || page < fileEnd && !zeroTail);
    }
}
