package blogos.kernel.tests;

import blogos.aot.api.Bytes;
import blogos.hal.DirectMap;
import blogos.hal.MemoryWindow;
import blogos.hal.PageFrame;
import blogos.hal.Timestamp;
import blogos.kernel.KernelInfo;
import blogos.kernel.files.OpenFile;
import blogos.kernel.files.Pipe;
import blogos.kernel.files.RamDisk;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.FrameKind;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.process.Launch;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.log.Level;
import blogos.log.Log;
import blogos.log.LogFilter;
import blogos.syscalls.IoError;
import blogos.syscalls.Protection;
import java.util.List;
import java.util.Random;

/** Processes and what they share. */
final class ProcessTests {
    private static final String PROGRAM = "/bin/test_prog";
    private static final int DAMAGED_FILES = 1000;
    private static final int MOST_DAMAGES = 8;

    /** Most of an ELF file that matters lies here: headers, and the first code. */
    private static final int HEAD = 0x4000;

    private static final long TIME_NANOS = 5_000_000;

    private ProcessTests() {}

    static void addTo(TestList tests) {
        tests.add("a thousand damaged programs are refused or end", ProcessTests::damagedFiles);
        tests.add("a pipe allocates nothing, and ends at both ends", ProcessTests::pipe);
    }

    private static Launch launch() {
        return new Launch(PROGRAM, List.of(PROGRAM), List.of(), "/", 0);
    }

    /** Random bytes of a program's file are changed, it is started if the kernel takes it, and killed if it does not end. */
    private static void damagedFiles() throws Exception {
        RamDisk.mount(KernelInfo.get().ramDisk());
        Bytes original = RamDisk.mounted().contents(PROGRAM);
        FrameAllocator frames = KernelInfo.get().alloc().frames();
        long pages = (original.length() + PageFrame.SIZE - 1) / PageFrame.SIZE;
        PageFrame first = frames.allocateRun(pages, 1, Long.MAX_VALUE, FrameKind.KERNEL_DATA);
        Check.isTrue(!first.isNone(), "there is memory for a copy of the file");
        MemoryWindow copy = DirectMap.window(first.start(), original.length());
        copy.copyFrom(0, original);
        int started = 0;
        Log.setFilter(LogFilter.parse("off", Level.DEBUG));
        try {
            Random random = new Random(1);
            for (int i = 0; i < DAMAGED_FILES; i++) {
                started += runDamaged(copy, original, random) ? 1 : 0;
            }
        } finally {
            Log.setFilter(LogFilter.from(Level.DEBUG));
            Tasks.reap();
            frames.freeRun(first, pages, FrameKind.KERNEL_DATA);
        }
        Check.isTrue(started > 0 && started < DAMAGED_FILES, "some are refused and some start: " + started);
        Check.equal(0, Processes.count(), "the number of processes left");
    }

    private static boolean runDamaged(MemoryWindow copy, Bytes original, Random random) {
        int damages = 1 + random.nextInt(MOST_DAMAGES);
        long[] places = new long[damages];
        for (int i = 0; i < damages; i++) {
            boolean inHead = random.nextBoolean();
            places[i] = random.nextInt(inHead ? HEAD / 64 : (int) original.length());
            copy.storeByte(places[i], random.nextInt(256));
        }
        try {
            Process process = Processes.start(launch(), copy.asBytes(), null);
            long end = Timestamp.nanos() + TIME_NANOS;
            while (!Processes.hasEnded(process) && Timestamp.nanos() < end) {
                Tasks.yield();
            }
            Processes.kill(process);
            Processes.join(process);
            return true;
        } catch (SyscallException e) {
            Check.isTrue(e.code() == IoError.LOAD_ERROR || e.code() == IoError.OUT_OF_MEMORY, "refused: " + e.getMessage());
            return false;
        } finally {
            for (long place : places) {
                copy.storeByte(place, original.u8(place));
            }
        }
    }

    private static void pipe() throws SyscallException {
        AddressSpace memory = AddressSpace.create();
        try {
            long address = memory.map(0, PageFrame.SIZE, Protection.READ | Protection.WRITE);
            UserBuffer buffer = UserBuffer.of(memory, address, 16);
            Pipe pipe = new Pipe();
            OpenFile from = pipe.readingEnd();
            OpenFile to = pipe.writingEnd();
            to.write(buffer);
            from.read(buffer);
            long start = Waiting.allocatedBytes();
            long cost = Waiting.allocatedBytes() - start;
            long before = Waiting.allocatedBytes();
            for (int i = 0; i < 2 * Pipe.CAPACITY; i++) {
                to.write(buffer);
                Check.isTrue(from.read(buffer) == 16, "what was written can be read");
            }
            Check.equal(cost, Waiting.allocatedBytes() - before, "bytes allocated, those for counting included");
            to.release();
            Check.equal(IoError.END_OF_FILE, error(() -> from.read(buffer)), "error of a read without a writer");
            Pipe other = new Pipe();
            other.readingEnd().release();
            Check.equal(
                    IoError.BROKEN_PIPE, error(() -> other.writingEnd().write(buffer)), "error of a write without a reader");
        } finally {
            memory.destroy();
        }
    }

    /** What may answer an error. */
    private interface Call {
        long run() throws SyscallException;
    }

    private static int error(Call call) {
        try {
            call.run();
            return 0;
        } catch (SyscallException e) {
            return e.code();
        }
    }
}
