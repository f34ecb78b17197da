package blogos.kernel.tests;

import blogos.hal.KernelImage;
import blogos.hal.PageFlags;
import blogos.hal.PageTable;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.AreaKind;
import blogos.kernel.memory.FaultKind;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.FrameKind;
import blogos.kernel.memory.PageTables;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;

/** Address spaces of programs: areas, and pages that come when they are touched. */
final class AddressSpaceTests {
    private static final int DATA = Protection.READ | Protection.WRITE;
    private static final int CODE = Protection.READ | Protection.EXECUTE;
    private static final long PAGE = 0x40_0000;
    private static final long SIZE = 0x1000;
    private static final long STACK_BOTTOM = VirtAddr.USER_END - (1 << 20);

    private AddressSpaceTests() {}

    static void addTo(TestList tests) {
        tests.add("a program's page has its rights", AddressSpaceTests::rights);
        tests.add("an address space shares the kernel's half", AddressSpaceTests::sharedHalf);
        tests.add("a destroyed address space leaves nothing", AddressSpaceTests::destroy);
        tests.add("an active address space can be destroyed", AddressSpaceTests::destroyActive);
        tests.add("kernel addresses are refused", AddressSpaceTests::kernelAddresses);
        tests.add("writable code is refused", AddressSpaceTests::writableCode);
        tests.add("a page costs nothing before it is touched", AddressSpaceTests::demand);
        tests.add("page faults tell what is wrong", AddressSpaceTests::faultKinds);
        tests.add("areas are cut and joined", AddressSpaceTests::cutting);
        tests.add("mapping finds room and takes wishes", AddressSpaceTests::wishes);
        tests.add("what is promised can be used", AddressSpaceTests::promises);
        tests.add("large ranges are unmapped in parts", AddressSpaceTests::largeRange);
    }

    private static FrameAllocator frames() {
        return KernelInfo.get().alloc().frames();
    }

    private static void require(long result) {
        Check.equal(0, result, "the result of mapping");
    }

    private static void rights() {
        AddressSpace space = AddressSpace.create();
        require(space.mapZeros(AreaKind.SEGMENT, PAGE, SIZE, CODE));
        require(space.mapZeros(AreaKind.SEGMENT, PAGE + SIZE, SIZE, DATA));
        boolean readable = space.isUserReadable(PAGE, 2 * SIZE);
        boolean writable = space.isUserWritable(PAGE, 2 * SIZE);
        long code = space.pageTable().entry(VirtAddr.of(PAGE));
        long data = space.pageTable().entry(VirtAddr.of(PAGE + SIZE));
        space.destroy();
        long mask = PageFlags.USER | PageFlags.WRITABLE | PageFlags.NO_EXECUTE;
        Check.equal(PageFlags.USER, code & mask, "the rights of code");
        Check.equal(mask, data & mask, "the rights of data");
        Check.isTrue(readable, "both are readable");
        Check.isTrue(!writable, "not both are writable");
    }

    private static void sharedHalf() {
        AddressSpace space = AddressSpace.create();
        PageTables tables = KernelInfo.get().alloc().pageTables();
        VirtAddr page = KernelInfo.get().alloc().regions().allocate(SIZE);
        tables.mapData(page, SIZE, FrameKind.KERNEL_DATA);
        boolean seesImage = space.pageTable().isMapped(KernelImage.start());
        boolean seesLater = space.pageTable().isMapped(page);
        tables.unmapData(page, SIZE, FrameKind.KERNEL_DATA);
        KernelInfo.get().alloc().regions().free(page, SIZE);
        space.destroy();
        Check.isTrue(seesImage, "the kernel image is mapped");
        Check.isTrue(seesLater, "what the kernel maps later is mapped, too");
    }

    private static void destroy() {
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        for (long i = 0; i < 100; i++) {
            long page = PAGE + i * 0x4020_1000L;
            require(space.mapZeros(AreaKind.ANONYMOUS, page, 2 * SIZE, DATA));
            Check.isTrue(space.pageIn(page, true), "the page comes");
        }
        space.unmap(PAGE, SIZE);
        space.destroy();
        space.destroy();
        before.check();
    }

    private static void destroyActive() {
        AddressSpace space = AddressSpace.create();
        space.activate();
        boolean wasActive = space.pageTable().isActive();
        space.destroy();
        Check.isTrue(wasActive, "the address space was active");
        PageTable kernel = KernelInfo.get().alloc().pageTables().table();
        Check.isTrue(kernel.isActive(), "the kernel's own tables are active");
    }

    private static void kernelAddresses() {
        AddressSpace space = AddressSpace.create();
        long refusal = IoError.toResult(IoError.INVALID_ARGUMENT);
        for (long start : new long[] {VirtAddr.KERNEL_START, VirtAddr.USER_END, 0, SIZE, PAGE + 1, -4096}) {
            Check.equal(refusal, space.mapZeros(AreaKind.HEAP, start, SIZE, DATA), "mapping " + start);
        }
        Check.equal(refusal, space.mapZeros(AreaKind.HEAP, PAGE, 0, DATA), "mapping nothing");
        Check.equal(refusal, space.mapZeros(AreaKind.HEAP, PAGE, Long.MAX_VALUE, DATA), "mapping too much");
        Check.equal(refusal, space.unmap(-4096, SIZE), "unmapping a kernel page");
        Check.equal(refusal, space.unmap(PAGE + 8, SIZE), "unmapping half a page");
        space.destroy();
    }

    private static void writableCode() {
        AddressSpace space = AddressSpace.create();
        int both = Protection.WRITE | Protection.EXECUTE;
        long refusal = IoError.toResult(IoError.INVALID_ARGUMENT);
        Check.equal(refusal, space.mapZeros(AreaKind.SEGMENT, PAGE, SIZE, both), "mapping a segment");
        Check.equal(refusal, space.map(0, SIZE, both), "mmap");
        space.destroy();
    }

    private static void demand() {
        AddressSpace space = AddressSpace.create();
        long before = frames().freeFrames();
        require(space.mapZeros(AreaKind.HEAP, PAGE, 100 * SIZE, DATA));
        long mapped = frames().freeFrames();
        space.pageIn(PAGE + 5 * SIZE + 8, false);
        long touched = frames().count(FrameKind.USER);
        space.pageIn(PAGE + 5 * SIZE + 16, true);
        long again = frames().count(FrameKind.USER);
        boolean neighbour = space.pageTable().isMapped(VirtAddr.of(PAGE + 6 * SIZE));
        space.destroy();
        Check.equal(before, mapped, "the number of free frames after mapping");
        Check.equal(1, touched, "the number of user frames after a touch");
        Check.equal(1, again, "the number of user frames after a second touch");
        Check.isTrue(!neighbour, "the neighbour is not mapped");
    }

    private static void faultKinds() {
        AddressSpace space = AddressSpace.create();
        require(space.mapZeros(AreaKind.SEGMENT, PAGE, SIZE, CODE));
        require(space.mapZeros(AreaKind.SEGMENT, PAGE + SIZE, SIZE, DATA));
        require(space.mapZeros(AreaKind.ANONYMOUS, PAGE + 2 * SIZE, SIZE, Protection.NONE));
        require(space.mapStack(STACK_BOTTOM, VirtAddr.USER_END));
        check(space, FaultKind.NULL_POINTER, 8, false, false);
        check(space, FaultKind.NULL_POINTER, AddressSpace.LOWEST - 1, true, false);
        check(space, FaultKind.NOT_MAPPED, PAGE - 1, false, false);
        check(space, FaultKind.NOT_MAPPED, PAGE + 3 * SIZE, false, true);
        check(space, FaultKind.READ_ONLY, PAGE, true, false);
        check(space, FaultKind.RESOLVED, PAGE, false, true);
        check(space, FaultKind.NOT_EXECUTABLE, PAGE + SIZE, false, true);
        check(space, FaultKind.NO_ACCESS, PAGE + 2 * SIZE, false, false);
        check(space, FaultKind.STACK_OVERFLOW, STACK_BOTTOM - 1, true, false);
        check(space, FaultKind.STACK_OVERFLOW, STACK_BOTTOM - AddressSpace.GUARD_SIZE, true, false);
        check(space, FaultKind.NOT_MAPPED, STACK_BOTTOM - AddressSpace.GUARD_SIZE - 1, true, false);
        check(space, FaultKind.RESOLVED, STACK_BOTTOM, true, false);
        check(space, FaultKind.RESOLVED, VirtAddr.USER_END - 1, true, false);
        check(space, FaultKind.KERNEL_ADDRESS, VirtAddr.USER_END, false, false);
        check(space, FaultKind.KERNEL_ADDRESS, KernelImage.start().toLong(), false, false);
        space.destroy();
    }

    private static void check(AddressSpace space, FaultKind expected, long address, boolean write, boolean fetch) {
        Check.equals(expected, space.fault(address, write, fetch), "the fault at 0x" + Long.toHexString(address));
    }

    private static void cutting() {
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        require(space.mapZeros(AreaKind.HEAP, PAGE, 4 * SIZE, DATA));
        require(space.mapZeros(AreaKind.HEAP, PAGE + 4 * SIZE, 4 * SIZE, DATA));
        Check.equal(1, space.areaCount(), "the number of areas after growing");
        Check.equal(0, space.unmap(PAGE + 2 * SIZE, SIZE), "unmapping a page");
        Check.equal(2, space.areaCount(), "the number of areas around a hole");
        check(space, FaultKind.NOT_MAPPED, PAGE + 2 * SIZE, false, false);
        check(space, FaultKind.RESOLVED, PAGE + 3 * SIZE, false, false);
        Check.equal(
                IoError.toResult(IoError.OUT_OF_MEMORY),
                space.mapZeros(AreaKind.HEAP, PAGE + SIZE, 2 * SIZE, DATA),
                "mapping over something");
        require(space.mapZeros(AreaKind.HEAP, PAGE + 2 * SIZE, SIZE, DATA));
        Check.equal(1, space.areaCount(), "the number of areas when the hole is filled");
        Check.equal(0, space.unmap(AddressSpace.LOWEST, VirtAddr.USER_END - AddressSpace.LOWEST), "unmapping all");
        Check.equal(0, space.areaCount(), "the number of areas in the end");
        space.destroy();
        before.check();
    }

    private static void wishes() {
        AddressSpace space = AddressSpace.create();
        require(space.mapStack(STACK_BOTTOM, VirtAddr.USER_END));
        long guard = STACK_BOTTOM - AddressSpace.GUARD_SIZE;
        Check.equal(guard - SIZE, space.map(0, 1, DATA), "the first place");
        Check.equal(guard - 3 * SIZE, space.map(0, 2 * SIZE, DATA), "the second place");
        Check.equal(PAGE, space.map(PAGE, SIZE, DATA), "a wish");
        Check.equal(guard - 4 * SIZE, space.map(PAGE, SIZE, DATA), "a wish that cannot be granted");
        Check.equal(IoError.toResult(IoError.INVALID_ARGUMENT), space.map(PAGE + 1, SIZE, DATA), "half a page");
        Check.equal(IoError.toResult(IoError.INVALID_ARGUMENT), space.map(0, 0, DATA), "nothing");
        Check.equal(IoError.toResult(IoError.INVALID_ARGUMENT), space.map(0, SIZE, -1), "strange rights");
        Check.equal(IoError.toResult(IoError.OUT_OF_MEMORY), space.map(0, Long.MAX_VALUE, DATA), "everything");
        Check.equal(IoError.toResult(IoError.OUT_OF_MEMORY), space.map(0, 1L << 46, DATA), "a lot");
        long empty = space.map(0, 1L << 46, Protection.NONE);
        Check.isTrue(!IoError.isError(empty), "addresses alone cost nothing");
        Check.equal(0, space.unmap(empty, 1L << 46), "unmapping them");
        space.destroy();
    }

    private static void promises() {
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        long most = frames().freeFrames() - frames().promisedFrames() - frames().reservedFrames();
        require(space.mapZeros(AreaKind.HEAP, PAGE, most * SIZE, DATA));
        Check.equal(most, frames().promisedFrames(), "the number of promised frames");
        Check.equal(
                IoError.toResult(IoError.OUT_OF_MEMORY), space.map(0, SIZE, DATA), "mapping when all is promised");
        Check.isTrue(space.pageIn(PAGE, true), "a promised page comes");
        Check.equal(most - 1, frames().promisedFrames(), "the number of promised frames after a touch");
        Check.equal(0, space.unmap(PAGE, 10 * SIZE), "unmapping ten pages");
        Check.equal(most - 10, frames().promisedFrames(), "the number of promised frames after unmapping");
        space.destroy();
        before.check();
    }

    private static void largeRange() {
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        require(space.mapZeros(AreaKind.ANONYMOUS, PAGE, 3000 * SIZE, DATA));
        for (long i = 0; i < 3000; i += i % 1000 < 700 ? 1 : 2) {
            space.pageIn(PAGE + i * SIZE, true);
        }
        Check.equal(0, space.unmap(PAGE + 10 * SIZE, 2980 * SIZE), "unmapping");
        Check.equal(15, frames().count(FrameKind.USER), "the number of user frames left");
        space.destroy();
        before.check();
    }
}
