package blogos.kernel.memory;

import blogos.hal.DirectMap;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.UserPages;
import blogos.hal.VirtAddr;

/**
 * Gives pages of a program their frames when they are touched. Pages that the program cannot change and whose bytes
 * are those of a frame of its file become that frame: no copy, no memory. The caller keeps preemption off. Nothing here
 * allocates on the Java heap.
 */
final class PageSupply {
    /** Frames of a file are mapped for the neighbourhood too: pages in an aligned range of this size. */
    private static final long NEIGHBOURHOOD = 16 * PageFrame.SIZE;

    private final UserPages pages;
    private final FrameAllocator frames;

    PageSupply(UserPages pages, FrameAllocator frames) {
        this.pages = pages;
        this.frames = frames;
    }

    /** Maps a page of an area that is not mapped. False, with nothing changed, if memory is used up. */
    boolean supply(Area area, long page) {
        if (area.canShare(page)) {
            PageFrame shared = DirectMap.frameIn(area.file, page - area.fileBase);
            if (!shared.isNone()) {
                return share(area, page, shared);
            }
        }
        if (!area.promised && !frames.promise(1)) {
            return false;
        }
        PageFrame frame = area.file == null ? frames.takePromisedZeroed(FrameKind.USER) : copyOfFile(area, page);
        if (pages.map(VirtAddr.of(page), frame, area.rights())) {
            return true;
        }
        if (area.promised) {
            frames.returnPromised(frame, FrameKind.USER);
        } else {
            frames.free(frame, FrameKind.USER);
        }
        return false;
    }

    /** Maps a frame of the file, and its neighbours as far as there is memory for page tables. */
    private boolean share(Area area, long page, PageFrame frame) {
        long rights = area.rights() | PageFlags.BORROWED;
        if (!pages.map(VirtAddr.of(page), frame, rights)) {
            return false;
        }
        long first = Math.max(page & -NEIGHBOURHOOD, area.start);
        long end = Math.min((page & -NEIGHBOURHOOD) + NEIGHBOURHOOD, area.end);
        for (long other = first; other < end; other += PageFrame.SIZE) {
            if (other != page && area.canShare(other) && !pages.table().isMapped(VirtAddr.of(other))) {
                PageFrame shared = DirectMap.frameIn(area.file, other - area.fileBase);
                if (shared.isNone() || !pages.map(VirtAddr.of(other), shared, rights)) {
                    break;
                }
            }
        }
        return true;
    }

    /** A promised frame with what the file has of a page. */
    private PageFrame copyOfFile(Area area, long page) {
        long from = Math.max(page, area.fileStart);
        long to = Math.min(page + PageFrame.SIZE, area.fileEnd);
        boolean whole = to - from == PageFrame.SIZE;
        PageFrame frame =
                whole ? frames.takePromised(FrameKind.USER) : frames.takePromisedZeroed(FrameKind.USER);
        if (from < to) {
            DirectMap.copyInto(frame, from - page, area.file, from - area.fileBase, to - from);
        }
        return frame;
    }
}
