package blogos.kernel.tests;

import blogos.aot.api.Bytes;
import blogos.hal.DirectMap;
import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.FrameKind;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;

/** Pages of a program that come from a file in memory: the initial RAM disk stands for one. */
final class FilePageTests {
    private static final int DATA = Protection.READ | Protection.WRITE;
    private static final int CODE = Protection.READ | Protection.EXECUTE;
    private static final long PAGE = 0x40_0000;
    private static final int SIZE = 0x1000;

    private FilePageTests() {}

    static void addTo(TestList tests) {
        tests.add("pages that nobody writes are the file's own", FilePageTests::shared);
        tests.add("pages that are written are copies", FilePageTests::copied);
        tests.add("what is behind the file's part is zero", FilePageTests::zeroTail);
        tests.add("a part outside of the file is refused", FilePageTests::outside);
    }

    private static Bytes file() {
        return KernelInfo.get().ramDisk();
    }

    private static FrameAllocator frames() {
        return KernelInfo.get().alloc().frames();
    }

    private static void shared() {
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        Check.equal(0, space.mapFile(file(), 0, 40 * SIZE, PAGE, 40 * SIZE, CODE), "mapping");
        Check.isTrue(space.pageIn(PAGE + 3 * SIZE + 5, false), "a page comes");
        long own = frames().count(FrameKind.USER);
        long entry = space.pageTable().entry(VirtAddr.of(PAGE + 3 * SIZE));
        boolean neighbour = space.pageTable().isMapped(VirtAddr.of(PAGE + 4 * SIZE));
        boolean farther = space.pageTable().isMapped(VirtAddr.of(PAGE + 39 * SIZE));
        long target = space.pageTable().translate(VirtAddr.of(PAGE + 3 * SIZE)).toLong();
        byte[] read = new byte[SIZE];
        UserMemory.copyIn(space.pageTable(), space, PAGE + 3 * SIZE, read, 0, SIZE);
        space.destroy();
        before.check();
        Check.equal(0, own, "the number of frames that it took");
        Check.equal(DirectMap.frameIn(file(), 3 * SIZE).start().toLong(), target, "the physical address");
        Check.equal(PageFlags.BORROWED, entry & (PageFlags.BORROWED | PageFlags.WRITABLE), "the rights");
        Check.isTrue(neighbour && !farther, "neighbours come with it, others do not");
        for (int i = 0; i < SIZE; i++) {
            Check.equal(file().u8(3 * SIZE + i), read[i] & 0xff, "byte " + i);
        }
    }

    private static void copied() {
        AddressSpace space = AddressSpace.create();
        Check.equal(0, space.mapFile(file(), 0, 4 * SIZE, PAGE, 4 * SIZE, DATA), "mapping");
        int original = file().u8(SIZE + 7);
        byte[] bytes = {(byte) ~original};
        Check.isTrue(UserMemory.copyOut(space.pageTable(), space, PAGE + SIZE + 7, bytes, 0, 1), "writing");
        long own = frames().count(FrameKind.USER);
        byte[] read = new byte[2];
        UserMemory.copyIn(space.pageTable(), space, PAGE + SIZE + 6, read, 0, 2);
        space.destroy();
        Check.equal(1, own, "the number of frames that it took");
        Check.equal(file().u8(SIZE + 6), read[0] & 0xff, "the byte before");
        Check.equal(bytes[0], read[1], "the byte that was written");
        Check.equal(original, file().u8(SIZE + 7), "the file's byte");
    }

    /** A segment that begins and ends inside of pages, with more memory than file. */
    private static void zeroTail() {
        AddressSpace space = AddressSpace.create();
        int length = SIZE + 0x200;
        Check.equal(0, space.mapFile(file(), 0x10, length, PAGE + 0x910, 3 * SIZE, Protection.READ), "mapping");
        byte[] read = new byte[4 * SIZE];
        Check.isTrue(UserMemory.copyIn(space.pageTable(), space, PAGE, read, 0, read.length), "reading");
        boolean behind = space.isUserReadable(PAGE + 4 * SIZE, 1);
        space.destroy();
        Check.isTrue(!behind, "the segment ends with its last page");
        for (int i = 0; i < read.length; i++) {
            boolean inFile = i >= 0x910 && i < 0x910 + length;
            Check.equal(inFile ? file().u8(i - 0x900) : 0, read[i] & 0xff, "byte " + i);
        }
    }

    private static void outside() {
        AddressSpace space = AddressSpace.create();
        long refusal = IoError.toResult(IoError.INVALID_ARGUMENT);
        long all = file().length();
        Check.equal(refusal, space.mapFile(file(), 1, all, PAGE, all, CODE), "a part that ends outside");
        Check.equal(refusal, space.mapFile(file(), -1, 5, PAGE, 5, CODE), "a part that begins outside");
        Check.equal(refusal, space.mapFile(file(), 0, SIZE, PAGE, 5, CODE), "more file than memory");
        Check.equal(refusal, space.mapFile(file(), 0, Long.MAX_VALUE, PAGE, Long.MAX_VALUE, CODE), "an endless part");
        space.destroy();
        Check.isTrue(DirectMap.frameIn(file(), 8).isNone(), "half a frame is no frame");
        Check.isTrue(DirectMap.frameIn(file(), all).isNone(), "the frame behind the end is not the file's");
        Check.isTrue(frames().kindOf(PageFrame.of(1L << 40)) == FrameKind.RESERVED, "a frame far away is reserved");
    }
}
