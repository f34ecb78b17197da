package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.aot.api.Symbol;

/** The running kernel's own image: where its parts are, and the ELF header and program headers at its start. */
public final class KernelImage {
    private KernelImage() {}

    /** First byte, where the ELF header is. */
    public static VirtAddr start() {
        return VirtAddr.of(imageStart().toLong());
    }

    /** Size in memory in bytes. */
    public static long length() {
        return imageEnd().distanceFrom(imageStart());
    }

    /** The whole image. */
    public static Bytes bytes() {
        return Bytes.of(imageStart(), length());
    }

    /** First byte of the code. */
    public static VirtAddr textStart() {
        return VirtAddr.of(textStartSymbol().toLong());
    }

    /** First byte behind the code. */
    public static VirtAddr textEnd() {
        return VirtAddr.of(textEndSymbol().toLong());
    }

    /** Whether an address is one of the kernel's code. */
    public static boolean isCode(long address) {
        return Long.compareUnsigned(address - textStart().toLong(), textEnd().distanceFrom(textStart())) < 0;
    }

    /** Whether an address lies in the image. */
    public static boolean contains(long address) {
        return Long.compareUnsigned(address - imageStart().toLong(), length()) < 0;
    }

    /** The table that leads from a code address to its unwind description: section {@code .eh_frame_hdr}. */
    public static Bytes unwindTable() {
        return Bytes.of(unwindStart(), unwindEnd().distanceFrom(unwindStart()));
    }

    /** The table that leads from a code address to method, file and line: section {@code .jtrace}. */
    public static Bytes traceTable() {
        return Bytes.of(traceStart(), traceEnd().distanceFrom(traceStart()));
    }

    @Symbol("__image_start")
    static native Address imageStart();

    @Symbol("__image_end")
    private static native Address imageEnd();

    @Symbol("__text_start")
    private static native Address textStartSymbol();

    @Symbol("__text_end")
    private static native Address textEndSymbol();

    @Symbol("__eh_frame_hdr_start")
    private static native Address unwindStart();

    @Symbol("__eh_frame_hdr_end")
    private static native Address unwindEnd();

    @Symbol("__trace_start")
    private static native Address traceStart();

    @Symbol("__trace_end")
    private static native Address traceEnd();
}
