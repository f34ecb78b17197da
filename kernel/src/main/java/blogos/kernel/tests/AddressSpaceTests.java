package blogos.kernel.tests;

import blogos.hal.KernelImage;
import blogos.hal.PageFlags;
import blogos.hal.PageTable;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.AddressSpace;

/** Address spaces of programs. */
final class AddressSpaceTests {
    private static final long PAGE = 0x40_0000;

    private AddressSpaceTests() {}

    static void addTo(TestList tests) {
        tests.add("a program's page has its rights", AddressSpaceTests::rights);
        tests.add("an address space shares the kernel's half", AddressSpaceTests::sharedHalf);
        tests.add("a destroyed address space leaves nothing", AddressSpaceTests::destroy);
        tests.add("an active address space can be destroyed", AddressSpaceTests::destroyActive);
        tests.add("kernel addresses are refused", AddressSpaceTests::kernelAddresses);
        tests.add("writable code is refused", AddressSpaceTests::writableCode);
    }

    private static void rights() {
        AddressSpace space = AddressSpace.create();
        space.map(VirtAddr.of(PAGE), false, true);
        space.map(VirtAddr.of(PAGE + 0x1000), true, false);
        long code = space.pageTable().entry(VirtAddr.of(PAGE));
        long data = space.pageTable().entry(VirtAddr.of(PAGE + 0x1000));
        boolean readable = space.isUserReadable(PAGE, 0x2000);
        boolean writable = space.isUserWritable(PAGE, 0x2000);
        space.destroy();
        long mask = PageFlags.USER | PageFlags.WRITABLE | PageFlags.NO_EXECUTE;
        Check.equal(PageFlags.USER, code & mask, "the rights of code");
        Check.equal(mask, data & mask, "the rights of data");
        Check.isTrue(readable, "both are readable");
        Check.isTrue(!writable, "not both are writable");
    }

    private static void sharedHalf() {
        AddressSpace space = AddressSpace.create();
        byte[] large = new byte[2 << 20];
        long heapPage = KernelInfo.get().alloc().regions().allocate(4096).toLong();
        KernelInfo.get().alloc().pageTables().mapData(VirtAddr.of(heapPage), 4096);
        boolean seesImage = space.pageTable().isMapped(KernelImage.start());
        boolean seesLater = space.pageTable().isMapped(VirtAddr.of(heapPage));
        KernelInfo.get().alloc().pageTables().unmapData(VirtAddr.of(heapPage), 4096);
        KernelInfo.get().alloc().regions().free(VirtAddr.of(heapPage), 4096);
        space.destroy();
        Check.equal(2 << 20, large.length, "the length");
        Check.isTrue(seesImage, "the kernel image is mapped");
        Check.isTrue(seesLater, "what the kernel maps later is mapped, too");
    }

    private static void destroy() {
        long before = KernelInfo.get().alloc().frames().freeFrames();
        AddressSpace space = AddressSpace.create();
        for (long i = 0; i < 100; i++) {
            space.map(VirtAddr.of(PAGE + i * 0x20_1000), true, false);
        }
        space.unmap(VirtAddr.of(PAGE));
        space.destroy();
        space.destroy();
        Check.equal(before, KernelInfo.get().alloc().frames().freeFrames(), "the number of free frames");
    }

    private static void destroyActive() {
        AddressSpace space = AddressSpace.create();
        space.activate();
        boolean wasActive = PageTable.active().root().isSame(space.pageTable().root());
        space.destroy();
        Check.isTrue(wasActive, "the address space was active");
        Check.isTrue(
                PageTable.active()
                        .root()
                        .isSame(KernelInfo.get().alloc().pageTables().table().root()),
                "the kernel's own tables are active");
    }

    private static void kernelAddresses() {
        AddressSpace space = AddressSpace.create();
        Check.throwing(
                IllegalArgumentException.class, () -> space.map(VirtAddr.of(VirtAddr.KERNEL_START), true, false));
        Check.throwing(IllegalArgumentException.class, () -> space.map(VirtAddr.of(VirtAddr.USER_END), true, false));
        Check.throwing(IllegalArgumentException.class, () -> space.map(VirtAddr.of(0), true, false));
        Check.throwing(IllegalArgumentException.class, () -> space.unmap(VirtAddr.of(-4096)));
        space.destroy();
    }

    private static void writableCode() {
        AddressSpace space = AddressSpace.create();
        Check.throwing(IllegalArgumentException.class, () -> space.map(VirtAddr.of(PAGE), true, true));
        space.destroy();
    }
}
