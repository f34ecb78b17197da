package blogos.kernel.tests;

import blogos.hal.DirectMap;
import blogos.hal.PageFrame;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.FrameKind;

/** The allocator of physical memory. */
final class FrameTests {
    private FrameTests() {}

    static void addTo(TestList tests) {
        tests.add("frames are counted", FrameTests::counts);
        tests.add("frames are distinct memory", FrameTests::distinct);
        tests.add("a frame freed twice is refused", FrameTests::doubleFree);
        tests.add("a foreign frame is refused", FrameTests::foreign);
        tests.add("frames run out and come back", FrameTests::exhaust);
    }

    private static FrameAllocator frames() {
        return KernelInfo.get().alloc().frames();
    }

    private static void counts() {
        long before = frames().freeFrames();
        Check.isTrue(before > 0 && before < frames().totalFrames(), "some frames are free and some are used");
        PageFrame frame = frames().allocate(FrameKind.KERNEL_DATA);
        Check.isTrue(!frame.isNone(), "there is a frame");
        Check.equal(before - 1, frames().freeFrames(), "the count while one is used");
        frames().free(frame, FrameKind.KERNEL_DATA);
        Check.equal(before, frames().freeFrames(), "the count afterwards");
    }

    private static void distinct() {
        PageFrame first = frames().allocate(FrameKind.KERNEL_DATA);
        PageFrame second = frames().allocate(FrameKind.KERNEL_DATA);
        Check.isTrue(!first.isSame(second), "the frames differ");
        DirectMap.window(first.start(), PageFrame.SIZE).fill(0, PageFrame.SIZE, 1);
        DirectMap.window(second.start(), PageFrame.SIZE).fill(0, PageFrame.SIZE, 2);
        Check.equal(
                1, DirectMap.window(first.start(), PageFrame.SIZE).loadByte(PageFrame.SIZE - 1), "a byte of the first");
        frames().free(first, FrameKind.KERNEL_DATA);
        frames().free(second, FrameKind.KERNEL_DATA);
    }

    private static void doubleFree() {
        PageFrame frame = frames().allocate(FrameKind.KERNEL_DATA);
        frames().free(frame, FrameKind.KERNEL_DATA);
        long number = frame.number();
        Check.throwing(IllegalStateException.class, () -> frames().free(PageFrame.of(number), FrameKind.KERNEL_DATA));
    }

    private static void foreign() {
        Check.throwing(IllegalArgumentException.class, () -> frames().free(PageFrame.of(1L << 40), FrameKind.KERNEL_DATA));
    }

    /** Takes every frame and gives all back. Meanwhile the Java heap cannot grow, so nothing here may allocate. */
    private static void exhaust() {
        FrameAllocator frames = frames();
        long[] taken = new long[(int) frames.freeFrames()];
        long before = frames.freeFrames();
        int count = 0;
        for (PageFrame frame = frames.allocate(FrameKind.KERNEL_DATA); !frame.isNone(); frame = frames.allocate(FrameKind.KERNEL_DATA)) {
            taken[count] = frame.number();
            count++;
        }
        boolean exhausted = frames.freeFrames() == 0 && !frames.promiseToKernel(1);
        for (int i = 0; i < count; i++) {
            frames.free(PageFrame.of(taken[i]), FrameKind.KERNEL_DATA);
        }
        Check.isTrue(exhausted, "no frame was left");
        Check.equal(before, count, "the number of frames taken");
        Check.equal(before, frames.freeFrames(), "the count afterwards");
    }
}
