package blogos.kernel.tests;

import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.AreaKind;
import blogos.syscalls.Protection;

/** Access to programs' memory: whatever the address is, the answer is yes or no. */
final class UserMemoryTests {
    private static final long PAGE = 0x40_0000;

    private UserMemoryTests() {}

    static void addTo(TestList tests) {
        tests.add("copies to and from a program", UserMemoryTests::copies);
        tests.add("copies keep to pages that are there", UserMemoryTests::holes);
        tests.add("copies keep to the program's rights", UserMemoryTests::readOnly);
        tests.add("copies keep out of the kernel", UserMemoryTests::kernelRanges);
    }

    /** Two pages: the first writable, the second not. */
    private static AddressSpace space() {
        AddressSpace space = AddressSpace.create();
        space.mapZeros(AreaKind.HEAP, PAGE, 0x2000, Protection.READ | Protection.WRITE);
        space.mapZeros(AreaKind.HEAP, PAGE + 0x2000, 0x1000, Protection.READ);
        return space;
    }

    private static void copies() {
        AddressSpace space = space();
        byte[] sent = new byte[0x1800];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        byte[] received = new byte[sent.length + 2];
        boolean out = UserMemory.copyOut(space.pageTable(), space, PAGE + 0x400, sent, 0, sent.length);
        boolean in = UserMemory.copyIn(space.pageTable(), space, PAGE + 0x400, received, 1, sent.length);
        space.destroy();
        Check.isTrue(out && in, "both copies succeed");
        for (int i = 0; i < sent.length; i++) {
            Check.equal(sent[i], received[i + 1], "byte " + i);
        }
        Check.equal(0, received[0] + received[received.length - 1], "what lies around the copy");
    }

    private static void holes() {
        AddressSpace space = space();
        byte[] bytes = new byte[0x2000];
        boolean before = UserMemory.copyIn(space.pageTable(), space, PAGE - 1, bytes, 0, 2);
        boolean behind = UserMemory.copyIn(space.pageTable(), space, PAGE + 0x2fff, bytes, 0, 2);
        boolean none = UserMemory.copyIn(space.pageTable(), space, PAGE + 0x10_0000, bytes, 0, 1);
        boolean zero = UserMemory.copyIn(space.pageTable(), space, 0, bytes, 0, 1);
        boolean last = UserMemory.copyIn(space.pageTable(), space, PAGE + 0x2fff, bytes, 0, 1);
        space.destroy();
        Check.isTrue(!before && !behind && !none && !zero, "unmapped pages are refused");
        Check.isTrue(last, "the last mapped byte is not");
    }

    private static void readOnly() {
        AddressSpace space = space();
        byte[] bytes = new byte[16];
        boolean written = UserMemory.copyOut(space.pageTable(), space, PAGE + 0x1ff8, bytes, 0, 16);
        boolean read = UserMemory.copyIn(space.pageTable(), space, PAGE + 0x1ff8, bytes, 0, 16);
        space.destroy();
        Check.isTrue(!written, "a write that reaches a read-only page is refused");
        Check.isTrue(read, "a read is not");
    }

    private static void kernelRanges() {
        AddressSpace space = space();
        byte[] bytes = new byte[16];
        long[] starts = {
            VirtAddr.KERNEL_START,
            VirtAddr.USER_END,
            VirtAddr.USER_END - 8,
            -8,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            0xffff_ffff_8020_0000L
        };
        for (long start : starts) {
            boolean read = UserMemory.copyIn(space.pageTable(), space, start, bytes, 0, 16);
            boolean written = UserMemory.copyOut(space.pageTable(), space, start, bytes, 0, 16);
            Check.isTrue(!read && !written, "0x" + Long.toHexString(start) + " is refused");
        }
        Check.isTrue(!VirtAddr.isUserRange(PAGE, Long.MAX_VALUE), "an endless range is refused");
        Check.isTrue(!VirtAddr.isUserRange(PAGE, -1), "a negative range is refused");
        space.destroy();
    }
}
