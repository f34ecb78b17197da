package blogos.kernel.memory;

import blogos.hal.MemoryWindow;

/**
 * A list of free frames by index, last in first out. The links lie beside the frames, so any frame can leave the list:
 * for each 8 bytes, the index of the next and of the previous frame, both plus one so that 0 is none.
 */
final class FrameList {
    private static final long LINK_SIZE = 8;
    private static final long PREVIOUS = 4;

    private final MemoryWindow links;

    /** Index of the first frame plus one; 0 if the list is empty. */
    private int first;

    /** An empty list whose links lie in a view that all lists share. */
    FrameList(MemoryWindow links) {
        this.links = links;
    }

    /** Bytes of links for some frames. */
    static long sizeOfLinks(long frames) {
        return frames * LINK_SIZE;
    }

    boolean isEmpty() {
        return first == 0;
    }

    /** Adds a frame that is in no list. */
    void push(long index) {
        int link = (int) index + 1;
        links.storeInt(index * LINK_SIZE, first);
        if (first != 0) {
            links.storeInt((first - 1) * LINK_SIZE + PREVIOUS, link);
        }
        first = link;
    }

    /** Takes the frame that was added last. The list must not be empty. */
    long pop() {
        long index = first - 1;
        first = links.loadInt(index * LINK_SIZE);
        return index;
    }

    /** Takes a frame that is in this list. */
    void remove(long index) {
        int next = links.loadInt(index * LINK_SIZE);
        if (index == first - 1) {
            first = next;
            return;
        }
        int previous = links.loadInt(index * LINK_SIZE + PREVIOUS);
        links.storeInt((previous - 1) * LINK_SIZE, next);
        if (next != 0) {
            links.storeInt((next - 1) * LINK_SIZE + PREVIOUS, previous);
        }
    }
}
