package blogos.hal;

import blogos.aot.api.Word;

/**
 * A 4 KiB frame of physical memory, by number. Frame 0 (the firmware's real-mode data) is never handed out, so number 0
 * stands for "none".
 */
@Word
public final class PageFrame {
    /** Size of a frame and of a page in bytes. */
    public static final long SIZE = 4096;

    /** log2 of {@link #SIZE}. */
    public static final int SHIFT = 12;

    private final long number;

    private PageFrame(long number) {
        this.number = number;
    }

    /** The frame with a number. */
    public static PageFrame of(long number) {
        return new PageFrame(number);
    }

    /** No frame. */
    public static PageFrame none() {
        return new PageFrame(0);
    }

    /** The frame around an address. */
    public static PageFrame containing(PhysAddr address) {
        return new PageFrame(address.toLong() >>> SHIFT);
    }

    /** The number: physical address divided by the size. */
    public long number() {
        return number;
    }

    /** Address of the first byte. */
    public PhysAddr start() {
        return PhysAddr.of(number << SHIFT);
    }

    /** Whether there is no frame. */
    public boolean isNone() {
        return number == 0;
    }

    /** The frame {@code count} frames on. */
    public PageFrame plus(long count) {
        return new PageFrame(number + count);
    }

    /** Whether both are the same frame. */
    public boolean isSame(PageFrame other) {
        return number == other.number;
    }
}
