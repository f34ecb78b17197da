package blogos.hal.boot;

import blogos.aot.api.Address;
import blogos.hal.DirectMap;
import blogos.hal.KernelImage;
import blogos.hal.PageFrame;
import blogos.hal.PhysAddr;
import blogos.hal.VirtAddr;

/**
 * The kernel image as the hypervisor loaded it, found by the ELF header at its start (System V gABI, chapters 4 and 5).
 */
final class LoadedImage {
    private static final int ENTRY = 0x18;
    private static final int PROGRAM_HEADERS = 0x20;
    private static final int SECTION_HEADERS = 0x28;
    private static final int PROGRAM_HEADER_SIZE = 0x36;
    private static final int PROGRAM_HEADER_COUNT = 0x38;
    private static final int SECTION_HEADER_COUNT = 0x3c;
    private static final int SECTION_NAMES = 0x3e;

    private static final int FLAGS = 4;
    private static final int OFFSET = 8;
    private static final int VIRTUAL_ADDRESS = 16;
    private static final int PHYSICAL_ADDRESS = 24;
    private static final int MEMORY_SIZE = 40;

    private static final int PT_LOAD = 1;
    private static final int EXECUTABLE = 1;
    private static final int WRITABLE = 2;

    private final VirtAddr virtualStart;
    private final PhysAddr start;
    private final long length;
    private final Address header;

    private LoadedImage(VirtAddr virtualStart, long length) {
        this.virtualStart = virtualStart;
        this.start = PhysAddr.of(virtualStart.toLong() - KernelAddressSpace.KERNEL_IMAGE_START);
        this.length = length;
        this.header = DirectMap.at(start);
    }

    /**
     * The running image. Its headers are changed to describe the image in memory as an ELF file of its own: file
     * offsets become distances from its start, and the section headers, which were not loaded, are gone.
     */
    static LoadedImage running() {
        LoadedImage image = new LoadedImage(KernelImage.start(), KernelImage.length());
        image.header.storeLong(SECTION_HEADERS, 0);
        image.header.storeShort(SECTION_HEADER_COUNT, (short) 0);
        image.header.storeShort(SECTION_NAMES, (short) 0);
        for (int i = 0; i < image.programHeaderCount(); i++) {
            Address segment = image.programHeader(i);
            segment.storeLong(OFFSET, segment.loadLong(VIRTUAL_ADDRESS) - image.virtualStart.toLong());
        }
        return image;
    }

    /** Where it is in physical memory. */
    PhysAddr start() {
        return start;
    }

    /** First frame behind it. */
    PhysAddr end() {
        return PhysAddr.of(start.toLong() + length + PageFrame.SIZE - 1 & -PageFrame.SIZE);
    }

    /** Where it is in virtual memory. */
    VirtAddr virtualStart() {
        return virtualStart;
    }

    /** Size in memory in bytes. */
    long length() {
        return length;
    }

    /** Entry point. */
    VirtAddr entry() {
        return VirtAddr.of(header.loadLong(ENTRY));
    }

    /** Maps every segment with the rights that its program header names. */
    void mapSegments(KernelAddressSpace space) {
        for (int i = 0; i < programHeaderCount(); i++) {
            Address segment = programHeader(i);
            if (segment.loadInt() == PT_LOAD) {
                int flags = segment.loadInt(FLAGS);
                space.mapSegment(
                        VirtAddr.of(segment.loadLong(VIRTUAL_ADDRESS)),
                        PhysAddr.of(segment.loadLong(PHYSICAL_ADDRESS)),
                        segment.loadLong(MEMORY_SIZE),
                        (flags & WRITABLE) != 0,
                        (flags & EXECUTABLE) != 0);
            }
        }
    }

    private int programHeaderCount() {
        return header.loadUnsignedShort(PROGRAM_HEADER_COUNT);
    }

    private Address programHeader(int index) {
        return header.plus(header.loadLong(PROGRAM_HEADERS))
                .plus((long) index * header.loadUnsignedShort(PROGRAM_HEADER_SIZE));
    }
}
