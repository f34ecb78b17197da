package blogos.hal;

/** Where page tables get their frames from. */
public interface FrameSource {
    /**
     * Takes a frame with undefined contents, or answers {@link PageFrame#none} if there is none left. Allocates nothing
     * on the Java heap.
     */
    PageFrame allocateFrame();

    /** Takes a frame of zeros; otherwise like {@link #allocateFrame}. */
    default PageFrame allocateZeroedFrame() {
        PageFrame frame = allocateFrame();
        if (!frame.isNone()) {
            DirectMap.clear(frame);
        }
        return frame;
    }
}
