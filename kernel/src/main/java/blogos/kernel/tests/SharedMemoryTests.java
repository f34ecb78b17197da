package blogos.kernel.tests;

import blogos.hal.DirectMap;
import blogos.hal.MemoryWindow;
import blogos.hal.PageFrame;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.AllocKernelInfo;
import blogos.kernel.memory.FrameKind;
import blogos.kernel.memory.KernelStacks;
import blogos.kernel.multitask.Task;
import blogos.kernel.multitask.Tasks;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;
import java.util.Random;
import java.util.function.IntConsumer;

/** Tasks that use memory at the same time and are preempted anywhere in between. */
final class SharedMemoryTests {
    private static final int TASKS = 4;
    private static final int ROUNDS = 300;
    private static final int HELD = 16;
    private static final long SHORT_SLICE = 100_000;
    private static final int DATA = Protection.READ | Protection.WRITE;

    private static int failures;

    private SharedMemoryTests() {}

    static void addTo(TestList tests) {
        tests.add("tasks share the allocators", SharedMemoryTests::allocators);
        tests.add("tasks touch one address space", SharedMemoryTests::oneSpace);
    }

    private static AllocKernelInfo alloc() {
        return KernelInfo.get().alloc();
    }

    private static void runAll(IntConsumer work) {
        failures = 0;
        Task[] tasks = new Task[TASKS];
        for (int i = 0; i < TASKS; i++) {
            int number = i;
            tasks[i] = Tasks.spawn("memory " + i, () -> {
                failures++;
                work.accept(number);
                failures--;
            });
            Tasks.setSlice(tasks[i], SHORT_SLICE);
        }
        for (Task task : tasks) {
            Tasks.join(task);
        }
        Check.equal(0, failures, "the number of tasks that failed");
    }

    private static void allocators() {
        makeTablesForStacks();
        MemoryCount before = MemoryCount.take();
        runAll(SharedMemoryTests::useAllocators);
        KernelInfo.get().stacks().trim();
        before.check();
    }

    /** The page tables that lead to stacks stay: sees to it that the test needs no new ones. */
    private static void makeTablesForStacks() {
        KernelStacks stacks = KernelInfo.get().stacks();
        int[] slots = new int[TASKS * HELD];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = stacks.allocate();
        }
        for (int slot : slots) {
            stacks.free(slot);
        }
        stacks.trim();
    }

    /** Holds some of everything for a while; every frame has its owner's mark in it. */
    private static void useAllocators(int number) {
        Random random = new Random(number);
        KernelStacks stacks = KernelInfo.get().stacks();
        long[] frames = new long[HELD];
        long[] regions = new long[HELD];
        int[] slots = new int[HELD];
        for (int i = 0; i < ROUNDS; i++) {
            int at = random.nextInt(HELD);
            if (frames[at] == 0) {
                frames[at] = alloc().frames().allocateZeroed(FrameKind.KERNEL_DATA).number();
                mark(frames[at], 0, number + 1);
                regions[at] = alloc().regions().allocate((at + 1) * PageFrame.SIZE).toLong();
                slots[at] = at % 4 == 0 ? stacks.allocate() : -1;
            } else {
                release(frames, regions, slots, at, number);
            }
        }
        for (int at = 0; at < HELD; at++) {
            if (frames[at] != 0) {
                release(frames, regions, slots, at, number);
            }
        }
    }

    private static void release(long[] frames, long[] regions, int[] slots, int at, int number) {
        mark(frames[at], number + 1, 0);
        alloc().frames().free(PageFrame.of(frames[at]), FrameKind.KERNEL_DATA);
        frames[at] = 0;
        alloc().regions().free(VirtAddr.of(regions[at]), (at + 1) * PageFrame.SIZE);
        if (slots[at] >= 0) {
            KernelInfo.get().stacks().free(slots[at]);
        }
    }

    private static void mark(long frame, long expected, long mark) {
        MemoryWindow window = DirectMap.window(PageFrame.of(frame).start(), PageFrame.SIZE);
        Check.equal(expected, window.loadLong(0), "the mark in a frame");
        window.storeLong(0, mark);
    }

    /** One task maps and unmaps, the others touch what is there or is not. */
    private static void oneSpace() {
        makeTablesForStacks();
        MemoryCount before = MemoryCount.take();
        AddressSpace space = AddressSpace.create();
        long fixed = space.map(0, 600 * PageFrame.SIZE, DATA);
        runAll(number -> {
            for (long i = 0; i < ROUNDS; i++) {
                if (number == 0) {
                    long place = space.map(0, 20 * PageFrame.SIZE, DATA);
                    Check.isTrue(!IoError.isError(place) && space.pageIn(place + i % 20 * PageFrame.SIZE, true), "mapping");
                    Check.equal(0, space.unmap(place, 20 * PageFrame.SIZE), "unmapping");
                } else {
                    Check.isTrue(space.pageIn(fixed + i * 2 * PageFrame.SIZE, true), "a page comes");
                    space.pageIn(fixed - (i % 20 + 1) * PageFrame.SIZE, true);
                }
            }
        });
        space.destroy();
        KernelInfo.get().stacks().trim();
        before.check();
    }
}
