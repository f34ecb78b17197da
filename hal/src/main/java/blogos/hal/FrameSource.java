package blogos.hal;

/** Where page tables get their frames from. */
public interface FrameSource {
    /**
     * Takes a frame with undefined contents, or answers {@link PageFrame#none} if there is none left. Allocates nothing
     * on the Java heap.
     */
    PageFrame allocateFrame();
}
