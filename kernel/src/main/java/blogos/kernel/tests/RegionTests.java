package blogos.kernel.tests;

import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.RegionAllocator;

/** The allocator of virtual addresses. */
final class RegionTests {
    private static final long START = 0xffff_9000_0000_0000L;

    private RegionTests() {}

    static void addTo(TestList tests) {
        tests.add("regions are aligned and distinct", RegionTests::distinct);
        tests.add("freed regions join", RegionTests::joining);
        tests.add("a region freed twice is refused", RegionTests::doubleFree);
        tests.add("a region of the kernel is unmapped", RegionTests::unmapped);
    }

    private static RegionAllocator allocator(long size) {
        return new RegionAllocator(VirtAddr.of(START), VirtAddr.of(START + size));
    }

    private static void distinct() {
        RegionAllocator regions = allocator(1 << 20);
        Check.equal(START, regions.allocate(100).toLong(), "the first region");
        Check.equal(START + 0x10000, regions.allocate(0x2000, 0x10000).toLong(), "the aligned region");
        Check.equal(START + 0x12000, regions.allocate(0x10000, 0x1000).toLong(), "a region too large for the gap");
        Check.equal(0, regions.allocate(1 << 20).toLong(), "a region too large for all");
    }

    private static void joining() {
        RegionAllocator regions = allocator(0x10000);
        VirtAddr first = regions.allocate(0x4000);
        VirtAddr second = regions.allocate(0x4000);
        VirtAddr third = regions.allocate(0x4000);
        regions.free(first, 0x4000);
        regions.free(third, 0x4000);
        Check.equal(2, regions.freeRanges(), "the number of free ranges");
        regions.free(second, 0x4000);
        Check.equal(1, regions.freeRanges(), "the number of free ranges after all was freed");
        Check.equal(0x10000, regions.freeBytes(), "the free size");
    }

    private static void doubleFree() {
        RegionAllocator regions = allocator(0x10000);
        Check.throwing(IllegalStateException.class, () -> regions.free(VirtAddr.of(START + 0x1000), 0x1000));
    }

    private static void unmapped() {
        RegionAllocator regions = KernelInfo.get().alloc().regions();
        VirtAddr region = regions.allocate(0x4000);
        boolean mapped = KernelInfo.get().alloc().pageTables().table().isMapped(region);
        regions.free(region, 0x4000);
        Check.isTrue(!mapped, "nothing is mapped in a fresh region");
    }
}
