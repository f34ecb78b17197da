package blogos.kernel.tests;

import blogos.hal.PageFlags;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.Tss;
import blogos.hal.VirtAddr;
import blogos.hal.boot.KernelAddressSpace;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.KernelStacks;

/** Stacks and their guard pages. */
final class StackTests {
    private StackTests() {}

    static void addTo(TestList tests) {
        tests.add("a stack is mapped, its guard page is not", StackTests::guarded);
        tests.add("a freed stack leaves nothing", StackTests::freed);
        tests.add("there are stacks for many tasks", StackTests::many);
        tests.add("an address tells its stack", StackTests::places);
        tests.add("the TSS has guarded stacks", StackTests::taskState);
        tests.add("the boot stack is guarded", StackTests::bootStack);
    }

    private static KernelStacks stacks() {
        return KernelInfo.get().stacks();
    }

    private static PageTable table() {
        return KernelInfo.get().alloc().pageTables().table();
    }

    private static void guarded() {
        int slot = stacks().allocate();
        boolean guardMapped = table().isMapped(stacks().guardPage(slot));
        long lowest = table().entry(stacks().bottom(slot));
        long highest = table().entry(stacks().top(slot).plus(-1));
        stacks().free(slot);
        Check.isTrue(!guardMapped, "the guard page is not mapped");
        Check.isTrue((lowest & highest & PageFlags.WRITABLE) != 0, "both ends are writable");
        Check.isTrue((lowest & highest & PageFlags.NO_EXECUTE) != 0, "neither end is executable");
    }

    private static void freed() {
        stacks().trim();
        int warm = stacks().allocate();
        stacks().free(warm);
        Check.isTrue(table().isMapped(stacks().bottom(warm)), "a freed stack waits for the next task");
        Check.equal(warm, stacks().allocate(), "the slot that the next task gets");
        stacks().free(warm);
        Check.throwing(IllegalStateException.class, () -> stacks().free(warm));
        stacks().trim();
        Check.isTrue(!table().isMapped(stacks().bottom(warm)), "the stack is unmapped");
        MemoryCount before = MemoryCount.take();
        int slot = stacks().allocate();
        stacks().free(slot);
        stacks().trim();
        before.check();
    }

    private static void many() {
        stacks().trim();
        int count = 1500;
        int[] slots = new int[count];
        for (int i = 0; i < count; i++) {
            slots[i] = stacks().allocate();
        }
        Check.isTrue(table().isMapped(stacks().bottom(slots[count - 1])), "the last one is mapped");
        for (int slot : slots) {
            stacks().free(slot);
        }
        Check.equal(KernelStacks.MOST_CACHED, stacks().cachedCount(), "the number of stacks that stay mapped");
        stacks().trim();
        MemoryCount before = MemoryCount.take();
        for (int i = 0; i < count; i++) {
            slots[i] = stacks().allocate();
        }
        for (int slot : slots) {
            stacks().free(slot);
        }
        stacks().trim();
        before.check();
    }

    private static void places() {
        long top = stacks().top(3).toLong();
        Check.equal(3, stacks().slotOf(top - 1), "the slot of the highest byte");
        Check.equal(4, stacks().slotOf(top), "the slot of the byte above");
        Check.isTrue(stacks().isGuardPage(top), "the byte above is in the next guard page");
        Check.isTrue(!stacks().isGuardPage(top - 1), "the highest byte is in no guard page");
        Check.equal(-1, stacks().slotOf(0), "the slot of address 0");
    }

    private static void taskState() {
        checkStack(Tss.interruptStack(Tss.DOUBLE_FAULT_STACK));
        checkStack(Tss.interruptStack(Tss.NMI_STACK));
        checkStack(Tss.interruptStack(Tss.MACHINE_CHECK_STACK));
    }

    private static void checkStack(VirtAddr top) {
        int slot = stacks().slotOf(top.toLong() - 1);
        Check.isTrue(
                slot >= 0 && stacks().isUsed(slot),
                "0x" + Long.toHexString(top.toLong()) + " is the top of a used stack");
        Check.isTrue(table().isMapped(top.plus(-1)), "the stack is mapped");
        Check.isTrue(!table().isMapped(stacks().guardPage(slot)), "its guard page is not");
    }

    private static void bootStack() {
        VirtAddr bottom = VirtAddr.of(KernelAddressSpace.STACK_TOP - KernelAddressSpace.STACK_SIZE);
        Check.isTrue(table().isMapped(bottom), "the lowest byte is mapped");
        Check.isTrue(!table().isMapped(bottom.plus(-PageFrame.SIZE)), "the page below is not");
    }
}
