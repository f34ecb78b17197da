package blogos.kernel.tests;

import blogos.hal.DirectMap;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.AllocKernelInfo;
import blogos.kernel.memory.FrameKind;

/** Page tables: mapping, unmapping, translating, rights. */
final class PagingTests {
    private PagingTests() {}

    static void addTo(TestList tests) {
        tests.add("a page is mapped, translated and unmapped", PagingTests::roundTrip);
        tests.add("a mapped page is refused", PagingTests::mappedTwice);
        tests.add("rights change", PagingTests::rights);
        tests.add("an unaligned page is refused", PagingTests::unaligned);
        tests.add("large pages translate", PagingTests::largePages);
        tests.add("the direct map shows every frame", PagingTests::directMap);
    }

    private static AllocKernelInfo alloc() {
        return KernelInfo.get().alloc();
    }

    private static PageTable table() {
        return alloc().pageTables().table();
    }

    private static void roundTrip() {
        VirtAddr page = alloc().regions().allocate(PageFrame.SIZE);
        PageFrame frame = alloc().frames().allocate(FrameKind.KERNEL_DATA);
        table().map(page, frame, PageFlags.KERNEL_DATA, alloc().frames());
        long translated = table().translate(page.plus(0x123)).toLong();
        PageFrame unmapped = table().unmap(page);
        boolean stillMapped = table().isMapped(page);
        alloc().frames().free(frame, FrameKind.KERNEL_DATA);
        alloc().regions().free(page, PageFrame.SIZE);
        Check.equal(frame.start().toLong() + 0x123, translated, "the physical address");
        Check.isTrue(unmapped.isSame(frame), "unmapping answers the frame");
        Check.isTrue(!stillMapped, "the page is unmapped");
        Check.isTrue(table().unmap(page).isNone(), "unmapping again answers none");
    }

    private static void mappedTwice() {
        long page = alloc().regions().allocate(PageFrame.SIZE).toLong();
        alloc().pageTables().mapData(VirtAddr.of(page), PageFrame.SIZE, FrameKind.KERNEL_DATA);
        Check.throwing(
                IllegalStateException.class,
                () -> table().map(VirtAddr.of(page), PageFrame.of(1), PageFlags.KERNEL_DATA, alloc().frames()));
        alloc().pageTables().unmapData(VirtAddr.of(page), PageFrame.SIZE, FrameKind.KERNEL_DATA);
        alloc().regions().free(VirtAddr.of(page), PageFrame.SIZE);
    }

    private static void rights() {
        VirtAddr page = alloc().regions().allocate(PageFrame.SIZE);
        alloc().pageTables().mapData(page, PageFrame.SIZE, FrameKind.KERNEL_DATA);
        table().protect(page, PageFlags.GLOBAL | PageFlags.NO_EXECUTE);
        long entry = table().entry(page);
        alloc().pageTables().unmapData(page, PageFrame.SIZE, FrameKind.KERNEL_DATA);
        alloc().regions().free(page, PageFrame.SIZE);
        Check.isTrue((entry & PageFlags.WRITABLE) == 0, "the page is read-only");
        Check.isTrue((entry & PageFlags.NO_EXECUTE) != 0, "the page is not executable");
    }

    private static void unaligned() {
        Check.throwing(
                IllegalArgumentException.class,
                () -> table().map(VirtAddr.of(VirtAddr.KERNEL_START + 1), PageFrame.of(1), 0, alloc().frames()));
    }

    private static void largePages() {
        VirtAddr address = VirtAddr.of(DirectMap.KERNEL_OFFSET + 0x12_3456);
        Check.isTrue((table().entry(address) & PageFlags.LARGE) != 0, "the direct map has large pages");
        Check.equal(0x12_3456, table().translate(address).toLong(), "the physical address");
    }

    private static void directMap() {
        PageFrame frame = alloc().frames().allocate(FrameKind.KERNEL_DATA);
        long translated = table().translate(DirectMap.virtual(frame.start())).toLong();
        alloc().frames().free(frame, FrameKind.KERNEL_DATA);
        Check.equal(frame.start().toLong(), translated, "the physical address");
    }
}
