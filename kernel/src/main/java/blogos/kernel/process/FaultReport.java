package blogos.kernel.process;

import blogos.elf.ElfException;
import blogos.hal.PageFaultBits;
import blogos.hal.TrapFrame;
import blogos.hal.Traps;
import blogos.kernel.memory.FaultKind;
import blogos.log.Log;

/** Tells the log which program did what, and where. */
final class FaultReport {
    private FaultReport() {}

    /** Logs an exception of a process; {@code kind} is null unless it is a page fault. */
    static void log(Process process, TrapFrame frame, int vector, long errorCode, long address, FaultKind kind) {
        String what = kind != null ? describePageFault(errorCode, address, kind) : describe(vector, errorCode);
        Log.error(Processes.TARGET, process.name() + " (process " + process.number() + ") is ended by " + what);
        try {
            for (String line : ProgramBacktrace.of(process, ProgramBacktrace.registers(frame))) {
                Log.error(Processes.TARGET, "    at " + line);
            }
        } catch (ElfException e) {
            Log.error(Processes.TARGET, "    at " + hex(frame.rip()) + ": no backtrace: " + e.getMessage());
        }
        logRegisters(frame);
    }

    private static String describePageFault(long errorCode, long address, FaultKind kind) {
        boolean fetch = (errorCode & PageFaultBits.FETCH) != 0;
        boolean write = (errorCode & PageFaultBits.WRITE) != 0;
        String access = fetch ? "executing " : write ? "writing " : "reading ";
        return "a page fault: " + access + hex(address) + ": " + kind;
    }

    private static String describe(int vector, long errorCode) {
        String plain = Traps.nameOf(vector);
        String name = ("aeiou".indexOf(plain.charAt(0)) < 0 ? "a " : "an ") + plain;
        return errorCode == 0 ? name : name + " (error code " + hex(errorCode) + ")";
    }

    private static void logRegisters(TrapFrame frame) {
        debug("rip", frame.rip(), "rflags", frame.rflags(), "rsp", frame.rsp(), "rbp", frame.rbp());
        debug("rax", frame.rax(), "rbx", frame.rbx(), "rcx", frame.rcx(), "rdx", frame.rdx());
        debug("rsi", frame.rsi(), "rdi", frame.rdi(), "r8", frame.r8(), "r9", frame.r9());
        debug("r10", frame.r10(), "r11", frame.r11(), "r12", frame.r12(), "r13", frame.r13());
        debug("r14", frame.r14(), "r15", frame.r15(), "cs", frame.cs(), "ss", frame.ss());
    }

    private static void debug(String n1, long v1, String n2, long v2, String n3, long v3, String n4, long v4) {
        Log.debug(
                Processes.TARGET,
                n1 + "=" + hex(v1) + " " + n2 + "=" + hex(v2) + " " + n3 + "=" + hex(v3) + " " + n4 + "=" + hex(v4));
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
