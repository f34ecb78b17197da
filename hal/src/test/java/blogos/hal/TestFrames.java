package blogos.hal;

import blogos.aot.api.Address;
import java.util.ArrayList;
import java.util.List;

/** Frames for unit tests: host memory, whose addresses stand for physical ones. */
public final class TestFrames implements FrameSource, FrameSink {
    private long left;
    private final List<Long> used = new ArrayList<>();

    /** A source of so many frames. */
    public TestFrames(long count) {
        left = count;
    }

    @Override
    public PageFrame allocateFrame() {
        if (left == 0) {
            return PageFrame.none();
        }
        left--;
        Address memory = Address.allocateForTest(2 * PageFrame.SIZE).alignUp(PageFrame.SIZE);
        memory.fill(PageFrame.SIZE, (byte) 0xa5);
        PageFrame frame = PageFrame.containing(PhysAddr.of(memory.toLong()));
        used.add(frame.number());
        return frame;
    }

    @Override
    public void free(PageFrame frame) {
        if (!used.remove((Long) frame.number())) {
            throw new IllegalStateException("frame " + frame.number() + " was not allocated");
        }
        left++;
    }

    /** How many frames are allocated. */
    public int usedCount() {
        return used.size();
    }
}
