package blogos.kernel.tests;

import blogos.aot.api.Bytes;
import blogos.aot.runtime.HeapStatistics;
import blogos.hal.OutOfFramesException;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.AreaKind;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.multitask.Tasks;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;

/** Memory in the long run and when there is none: nothing is lost, nothing breaks, and hot paths do not use the heap. */
final class MemoryLimitTests {
    private static final int DATA = Protection.READ | Protection.WRITE;
    private static final int CODE = Protection.READ | Protection.EXECUTE;
    private static final long PAGE = 0x40_0000;
    private static final long SIZE = 0x1000;
    private static final long STACK_BOTTOM = VirtAddr.USER_END - (1 << 20);
    private static final int SPACES = 10_000;

    /** More requests for frames than any of the operations makes. */
    private static final int MOST_REQUESTS = 500;

    /** Address spaces that are gone may leave so much on the heap until the next collection, and fragments after it. */
    private static final long MOST_HEAP_GROWTH = 64 << 10;

    private MemoryLimitTests() {}

    static void addTo(TestList tests) {
        tests.add("ten thousand address spaces leave nothing", MemoryLimitTests::manySpaces);
        tests.add("an address space survives every lack of memory", MemoryLimitTests::spaceWithoutMemory);
        tests.add("a task survives every lack of memory", MemoryLimitTests::taskWithoutMemory);
        tests.add("the kernel's reserve is left by programs", MemoryLimitTests::reserve);
        tests.add("page faults and mapping allocate nothing", MemoryLimitTests::noAllocation);
    }

    private static FrameAllocator frames() {
        return KernelInfo.get().alloc().frames();
    }

    private static void manySpaces() {
        liveSpace();
        System.gc();
        long heapBefore = HeapStatistics.take().usedBytes();
        MemoryCount before = MemoryCount.take();
        for (int i = 0; i < SPACES; i++) {
            liveSpace();
        }
        before.check();
        System.gc();
        long growth = HeapStatistics.take().usedBytes() - heapBefore;
        Check.isTrue(growth < MOST_HEAP_GROWTH, "the heap has not grown by " + growth + " bytes");
    }

    /** An address space as a small program has it, from beginning to end. */
    private static void liveSpace() {
        AddressSpace space = AddressSpace.create();
        space.mapZeros(AreaKind.SEGMENT, PAGE, SIZE, CODE);
        space.mapZeros(AreaKind.HEAP, PAGE + SIZE, 16 * SIZE, DATA);
        space.mapStack(STACK_BOTTOM, VirtAddr.USER_END);
        space.pageIn(PAGE, false);
        space.pageIn(PAGE + 3 * SIZE, true);
        space.pageIn(VirtAddr.USER_END - 1, true);
        space.destroy();
    }

    private static void spaceWithoutMemory() {
        byte[] bytes = new byte[(int) SIZE];
        Bytes file = KernelInfo.get().ramDisk();
        Check.isTrue(completeSpace(file, bytes), "with enough memory all goes well");
        MemoryCount before = MemoryCount.take();
        int failures = 0;
        boolean complete = false;
        while (!complete) {
            frames().failAfter(failures);
            complete = completeSpace(file, bytes);
            frames().failAfter(-1);
            before.check();
            failures++;
            Check.isTrue(failures < MOST_REQUESTS, "the operation ends");
        }
        Check.isTrue(failures > 10, "it failed in only " + failures + " ways");
    }

    /** Whether everything could be done. */
    private static boolean completeSpace(Bytes file, byte[] bytes) {
        AddressSpace space;
        try {
            space = AddressSpace.create();
        } catch (OutOfFramesException e) {
            return false;
        }
        try {
            boolean hasStack = space.mapStack(STACK_BOTTOM, VirtAddr.USER_END) == 0;
            long place = space.map(0, 2000 * SIZE, DATA);
            return hasStack
                    && space.mapFile(file, 8, 5 * SIZE, PAGE + 8, 6 * SIZE, DATA) == 0
                    && space.mapFile(file, 0, 3 * SIZE, PAGE + 16 * SIZE, 3 * SIZE, CODE) == 0
                    && !IoError.isError(place)
                    && write(space, PAGE + 4 * SIZE + 100, bytes)
                    && space.pageIn(PAGE + 17 * SIZE, false)
                    && write(space, place + 1023 * SIZE + 1, bytes)
                    && write(space, VirtAddr.USER_END - SIZE, bytes)
                    && space.unmap(place + 1000 * SIZE, 10 * SIZE) == 0
                    && space.pageIn(place + 1999 * SIZE, true)
                    && space.mapZeros(AreaKind.HEAP, PAGE + 32 * SIZE, SIZE, DATA) == 0;
        } finally {
            space.destroy();
        }
    }

    private static boolean write(AddressSpace space, long address, byte[] bytes) {
        return UserMemory.copyOut(space.pageTable(), space, address, bytes, 0, bytes.length);
    }

    private static void taskWithoutMemory() {
        Tasks.join(Tasks.spawn("warm", () -> {}));
        int failures = 0;
        boolean complete = false;
        while (!complete) {
            KernelInfo.get().stacks().trim();
            MemoryCount before = MemoryCount.take();
            frames().failAfter(failures);
            try {
                Tasks.join(Tasks.spawn("task", () -> {}));
                complete = true;
            } catch (OutOfFramesException e) {
                failures++;
            } finally {
                frames().failAfter(-1);
            }
            KernelInfo.get().stacks().trim();
            before.check();
            Check.isTrue(failures < MOST_REQUESTS, "the operation ends");
        }
        Check.isTrue(failures > 0, "it failed");
    }

    /** A program takes all that it can get, and the kernel goes on. */
    private static void reserve() {
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        space.mapStack(VirtAddr.USER_END - (1L << 40), VirtAddr.USER_END);
        long most = frames().freeFrames() - frames().promisedFrames() - frames().reservedFrames();
        space.mapZeros(AreaKind.HEAP, PAGE, (most - 1000) * SIZE, DATA);
        long page = VirtAddr.USER_END - SIZE;
        while (space.pageIn(page, true)) {
            page -= SIZE;
        }
        long left = frames().freeFrames() - frames().promisedFrames();
        byte[] kernelCanStill = new byte[3 << 20];
        Check.equal(IoError.toResult(IoError.OUT_OF_MEMORY), space.map(0, SIZE, DATA), "mapping one page more");
        space.destroy();
        before.check();
        Check.equal(3 << 20, kernelCanStill.length, "the length of an array of the kernel's");
        Check.isTrue(left >= frames().reservedFrames() * 9 / 10, left + " frames were left");
    }

    private static void noAllocation() {
        AddressSpace space = AddressSpace.create();
        byte[] bytes = new byte[100];
        useMemory(space, bytes, 2);
        HeapStatistics start = HeapStatistics.take();
        long cost = HeapStatistics.take().allocatedBytes() - start.allocatedBytes();
        HeapStatistics before = HeapStatistics.take();
        useMemory(space, bytes, 100);
        long allocated = HeapStatistics.take().allocatedBytes() - before.allocatedBytes();
        space.destroy();
        Check.equal(cost, allocated, "the number of bytes allocated, those for counting included");
    }

    private static void useMemory(AddressSpace space, byte[] bytes, int rounds) {
        for (int i = 0; i < rounds; i++) {
            long place = space.map(0, 100 * SIZE, DATA);
            space.pageIn(place + i % 100 * SIZE, true);
            write(space, place + 50 * SIZE - 50, bytes);
            space.pageIn(0, false);
            space.unmap(place + 10 * SIZE, SIZE);
            space.unmap(place, 100 * SIZE);
            space.map(place, -1, DATA);
            space.unmap(-1, 3);
        }
    }
}
