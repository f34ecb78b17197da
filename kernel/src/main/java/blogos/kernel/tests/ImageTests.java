package blogos.kernel.tests;

import blogos.aot.api.Bytes;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;
import blogos.hal.KernelImage;
import blogos.kernel.KernelInfo;

/** The kernel's own image. */
final class ImageTests {
    private ImageTests() {}

    static void addTo(TestList tests) {
        tests.add("the kernel's ELF file describes the running image", ImageTests::segments);
        tests.add("segments are not both writable and executable", ImageTests::segmentRights);
        tests.add("unwind information and trace table are there", ImageTests::tables);
        tests.add("views of memory are bounded", ImageTests::bounds);
    }

    private static ElfFile file() {
        return KernelInfo.get().elf().file();
    }

    private static void segments() {
        Check.equal(KernelImage.start().toLong(), file().lowestAddress(), "the lowest address");
        long end = KernelImage.start().toLong() + KernelImage.length();
        Check.equal(end - 1, file().highestAddress(), "the highest address");
        Check.isTrue(KernelImage.isCode(file().entry()), "the entry point is code");
    }

    private static void segmentRights() {
        int count = 0;
        for (int i = 0; i < file().programHeaderCount(); i++) {
            ProgramHeader segment = file().programHeader(i);
            if (segment.occupiesMemory()) {
                count++;
                Check.isTrue(!segment.isWritable() || !segment.isExecutable(), "segment " + i + " is not both");
            }
        }
        Check.isTrue(count >= 3, "code, constants and data are apart");
    }

    private static void tables() {
        Check.isTrue(KernelInfo.get().elf().unwindEntries() > 100, "more than 100 code ranges can be unwound");
        Check.isTrue(KernelInfo.get().elf().traceTableSize() > 1000, "the trace table has more than 1000 bytes");
    }

    private static void bounds() {
        Bytes image = KernelImage.bytes();
        Check.equal(0x464c_457f, image.i32(0), "the magic number");
        Check.throwing(IndexOutOfBoundsException.class, () -> image.u8(image.length()));
        Check.throwing(IndexOutOfBoundsException.class, () -> image.i64(-1));
        Check.throwing(IndexOutOfBoundsException.class, () -> image.slice(8, Long.MAX_VALUE));
    }
}
