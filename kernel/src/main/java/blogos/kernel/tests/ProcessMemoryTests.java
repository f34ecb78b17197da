package blogos.kernel.tests;

import blogos.aot.runtime.HeapStatistics;
import blogos.initrd.InitrdException;
import blogos.kernel.KernelInfo;
import blogos.kernel.files.RamDisk;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Launch;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.log.Level;
import blogos.log.Log;
import blogos.log.LogFilter;
import java.util.List;

/** What whole processes leave behind. */
final class ProcessMemoryTests {
    private static final String PROGRAM = "/bin/true";
    private static final int PROCESSES = 10_000;

    /** Fragments that the collector cannot give back, of all the heap that the processes used. */
    private static final long MOST_HEAP_GROWTH = 64 << 10;

    private ProcessMemoryTests() {}

    static void addTo(TestList tests) {
        tests.add("ten thousand processes leave nothing", ProcessMemoryTests::many);
        tests.add("a process survives every lack of memory", ProcessMemoryTests::withoutMemory);
    }

    /** Without two lines of the log for each, which would take longer than the processes. */
    private static void many() throws InitrdException, SyscallException {
        RamDisk.mount(KernelInfo.get().ramDisk());
        runAll(10);
        long heapBefore = liveBytes();
        MemoryCount before = MemoryCount.take();
        Log.setFilter(LogFilter.from(Level.INFO));
        try {
            runAll(PROCESSES);
        } finally {
            Log.setFilter(LogFilter.from(Level.DEBUG));
        }
        before.check();
        long growth = liveBytes() - heapBefore;
        Check.equal(0, Processes.count(), "the number of processes");
        Check.isTrue(growth < MOST_HEAP_GROWTH, "the heap has not grown by " + growth + " bytes");
    }

    private static void runAll(int count) throws SyscallException {
        for (int i = 0; i < count; i++) {
            Check.equal(0, run(), "the status");
        }
        Tasks.reap();
        KernelInfo.get().stacks().trim();
    }

    private static int run() throws SyscallException {
        Launch launch = new Launch(PROGRAM, List.of(PROGRAM), List.of(), "/", 0);
        return Processes.join(Processes.start(launch, null));
    }

    private static long liveBytes() {
        System.gc();
        return HeapStatistics.take().usedBytes();
    }

    /** The n-th request for frames fails while the process starts, for every n. */
    private static void withoutMemory() throws SyscallException {
        int failures = 0;
        boolean complete = false;
        while (!complete) {
            Tasks.reap();
            KernelInfo.get().stacks().trim();
            MemoryCount before = MemoryCount.take();
            KernelInfo.get().alloc().frames().failAfter(failures);
            Process process = null;
            try {
                process = Processes.start(new Launch(PROGRAM, List.of(PROGRAM), List.of(), "/", 0), null);
                complete = Processes.join(process) == 0;
            } catch (SyscallException e) {
                Check.isTrue(process == null, "the error says that nothing was started");
            } finally {
                KernelInfo.get().alloc().frames().failAfter(-1);
            }
            Tasks.reap();
            KernelInfo.get().stacks().trim();
            before.check();
            failures++;
            Check.isTrue(failures < 500, "the operation ends");
        }
        Check.isTrue(failures > 5, "it failed in only " + failures + " ways");
    }
}
