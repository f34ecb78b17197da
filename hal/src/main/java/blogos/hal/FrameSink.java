package blogos.hal;

/** What takes frames back. */
public interface FrameSink {
    /** The frame is no longer used. Allocates nothing on the Java heap. */
    void free(PageFrame frame);
}
