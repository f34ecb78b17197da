package blogos.kernel.process;

import blogos.aot.runtime.TraceTable;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.Section;
import blogos.hal.TrapFrame;
import blogos.hal.UserMemory;
import blogos.kernel.unwind.CallFrameTable;
import blogos.kernel.unwind.StackWalk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in its source a program is, and how it came there: by the call frame information and the trace table in its
 * file. A program without them, or with wrong ones, gets a shorter backtrace.
 */
final class ProgramBacktrace {
    private static final String RUNTIME_PACKAGE = "blogos.aot.runtime.";
    private static final int MOST_LINES = 32;
    private static final int MOST_BYTES = 512;
    private static final int WORD = 8;

    private final Process process;
    private final long imageStart;
    private final TraceTable trace;
    private final List<String> lines = new ArrayList<>();

    private ProgramBacktrace(Process process) throws ElfException {
        this.process = process;
        ElfFile file = process.file();
        this.imageStart = file.lowestAddress();
        Section section = file.section(".jtrace");
        this.trace = section == null ? null : TraceTable.of(section.contents());
    }

    /**
     * The running method and its callers, innermost first, one line each.
     *
     * @param registers the program's, by DWARF number, 0 to 16 (the program counter)
     * @throws ElfException if the file's names of sections are damaged
     */
    static List<String> of(Process process, long[] registers) throws ElfException {
        ProgramBacktrace backtrace = new ProgramBacktrace(process);
        StackWalk walk = new StackWalk(backtrace.callFrames(), backtrace.memory(), registers);
        do {
            backtrace.add(walk.instruction());
        } while (backtrace.lines.size() < MOST_LINES && walk.step());
        return backtrace.lines;
    }

    /** Adds the methods that are active at an address, inlined ones first. */
    private void add(long address) {
        if (trace == null || !trace.find(address - imageStart)) {
            lines.add(FaultReport.hex(address));
            return;
        }
        for (; trace.hasFrame() && lines.size() < MOST_LINES; trace.next()) {
            if (lines.isEmpty() || !isRuntime(trace.className())) {
                lines.add(describeFrame());
            }
        }
    }

    /** Whether a class is none of the program's own: that of the code which calls {@code main}, or none. */
    private static boolean isRuntime(String className) {
        return className.isEmpty() || className.startsWith(RUNTIME_PACKAGE);
    }

    /** The frame at the trace table's cursor; without whatever could harm the log. */
    private String describeFrame() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        trace.writeFrame(b -> {
            if (text.size() < MOST_BYTES) {
                text.write(b >= 0 && b < ' ' ? '?' : b);
            }
        });
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The program's call frame information; null if it has none. */
    private CallFrameTable callFrames() throws ElfException {
        Section header = process.file().section(".eh_frame_hdr");
        Section frames = process.file().section(".eh_frame");
        if (header == null || frames == null) {
            return null;
        }
        return new CallFrameTable(header.contents(), header.address(), frames.contents(), frames.address());
    }

    private StackWalk.Memory memory() {
        byte[] word = new byte[WORD];
        return new StackWalk.Memory() {
            @Override
            public boolean isReadable(long address) {
                return process.memory().isUserReadable(address, WORD);
            }

            @Override
            public long read(long address) {
                UserMemory.copyIn(process.memory().pageTable(), process.memory(), address, word, 0, WORD);
                long value = 0;
                for (int i = WORD - 1; i >= 0; i--) {
                    value = value << 8 | word[i] & 0xff;
                }
                return value;
            }
        };
    }

    /** The registers of interrupted code in the order that {@link #of} wants. */
    static long[] registers(TrapFrame frame) {
        return new long[] {
            frame.rax(), frame.rdx(), frame.rcx(), frame.rbx(), frame.rsi(), frame.rdi(), frame.rbp(), frame.rsp(),
            frame.r8(), frame.r9(), frame.r10(), frame.r11(), frame.r12(), frame.r13(), frame.r14(), frame.r15(),
            frame.rip(),
        };
    }
}
