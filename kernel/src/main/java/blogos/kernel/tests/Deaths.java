package blogos.kernel.tests;

import blogos.aot.api.NoPoll;
import blogos.hal.Cpu;
import blogos.hal.DirectMap;
import blogos.hal.KernelImage;
import blogos.hal.PhysAddr;
import blogos.hal.VirtAddr;
import blogos.initrd.InitrdException;
import blogos.kernel.KernelInfo;
import blogos.kernel.Panic;
import blogos.kernel.files.RamDisk;
import blogos.kernel.memory.KernelStacks;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Launch;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.log.Level;
import blogos.log.Log;
import blogos.log.LogSink;
import java.util.ArrayList;
import java.util.List;

/** Ways for the kernel to come to an end, each of which must be reported. */
final class Deaths {
    /** Behind all memory of any machine, and so not in the direct map. */
    private static final long NO_MEMORY = 1L << 45;

    private static final String PROGRAM = "/bin/crash_null";

    private static final int HOARDED_BYTES = 1 << 20;

    private static List<byte[]> hoarded;

    private Deaths() {}

    /** Dies. Returns only if there is no such way. */
    static void die(String way) throws InitrdException, SyscallException {
        switch (way) {
            case "panic" -> Panic.panic("a deliberate panic");
            case "exception" ->
                throw new IllegalStateException("a deliberate exception", new RuntimeException("its cause"));
            case "page-fault" -> DirectMap.window(PhysAddr.of(NO_MEMORY), 8).storeLong(0, 1);
            case "stack-overflow" -> recurse(1);
            case "task-stack-overflow" -> Tasks.join(Tasks.spawn("overflow", () -> recurse(1)));
            case "foreign-stack" -> write(guardOfNewStack());
            case "write-to-code" ->
                write(DirectMap.virtual(KernelInfo.get().alloc().pageTables().table().translate(KernelImage.textStart())));
            case "lost-stack" -> Cpu.loseStack();
            case "out-of-memory" -> hoard();
            case "program-fault" -> panicInFaultOfProgram();
            case "panic-in-panic" -> Panic.panic("a deliberate panic", new Unspeakable());
            default -> throw new IllegalArgumentException("unknown way to die: " + way);
        }
    }

    private static void write(VirtAddr address) {
        DirectMap.window(PhysAddr.of(address.toLong() - DirectMap.offset()), 8).storeLong(0, 1);
    }

    private static VirtAddr guardOfNewStack() {
        KernelStacks stacks = KernelInfo.get().stacks();
        return stacks.guardPage(stacks.allocate());
    }

    /**
     * Overflows the stack without the checks that would turn that into an exception. The result keeps this from
     * becoming a loop.
     */
    @NoPoll
    private static long recurse(long depth) {
        return recurse(depth + 1) / 3 + depth;
    }

    /** Takes all memory and does not give it back. */
    private static void hoard() {
        List<byte[]> all = new ArrayList<>();
        hoarded = all;
        while (true) {
            all.add(new byte[HOARDED_BYTES]);
        }
    }

    /** Runs a program that faults, and panics when that is logged. */
    private static void panicInFaultOfProgram() throws InitrdException, SyscallException {
        Log.addSink(record -> {
            if (record.process() != LogSink.NONE && record.level() == Level.ERROR) {
                Panic.panic("a deliberate panic about a program");
            }
        });
        RamDisk.mount(KernelInfo.get().ramDisk());
        Processes.join(Processes.start(new Launch(PROGRAM, List.of(PROGRAM), List.of(), "/", 0), null));
    }

    /** An exception that cannot be printed: to try is an error of the CPU. */
    private static final class Unspeakable extends RuntimeException {
        @Override
        public String toString() {
            DirectMap.window(PhysAddr.of(NO_MEMORY), 8).storeLong(0, 1);
            return "";
        }
    }
}
