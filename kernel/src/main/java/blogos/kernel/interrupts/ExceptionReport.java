package blogos.kernel.interrupts;

import blogos.hal.Cpu;
import blogos.hal.TrapFrame;
import blogos.hal.Traps;
import blogos.hal.VirtAddr;
import blogos.kernel.io.RawOutput;

/** Prints what the CPU says about an exception of the kernel. For interrupt context: nothing here allocates. */
public final class ExceptionReport {
    /** How far below the stack pointer the CPU may have tried to push an exception's frame, in bytes. */
    private static final long PUSHED_BYTES = 128;

    private ExceptionReport() {}

    /**
     * Prints name and vector, error code and its meaning, and the cause of a page fault or double fault as far as it
     * can be told.
     */
    public static void print(TrapFrame frame) {
        int vector = frame.vector();
        RawOutput.print(Traps.nameOf(vector));
        RawOutput.print(" (vector ");
        RawOutput.printDecimal(vector);
        RawOutput.print(")");
        if (Traps.hasErrorCode(vector)) {
            RawOutput.print(", error code ");
            RawOutput.printHex(frame.errorCode());
        }
        RawOutput.newline();
        if (vector == Traps.PAGE_FAULT) {
            PageFaultReport.print(frame, Cpu.readCr2());
        } else if (vector == Traps.DOUBLE_FAULT) {
            printDoubleFault(frame.rsp(), Cpu.readCr2());
        } else if (Traps.isAboutSegment(vector)) {
            printSelector(frame.errorCode());
        }
    }

    /**
     * A page fault whose frame could not be pushed, because the stack's page is missing, leaves an address just below
     * the stack pointer in CR2. Any other address there is that of an earlier page fault.
     */
    private static void printDoubleFault(long stackPointer, long address) {
        long below = stackPointer - address;
        if (below >= 0 && below <= PUSHED_BYTES) {
            PageFaultReport.printPlace(address, stackPointer);
        } else if (!VirtAddr.of(stackPointer).isCanonical()) {
            RawOutput.print("  the stack pointer is not a canonical address; cr2 is that of an earlier page fault\n");
        } else {
            RawOutput.print("  not about the stack; cr2 is that of an earlier page fault\n");
        }
    }

    /** Prints all registers of the interrupted code, and the control registers. */
    public static void printRegisters(TrapFrame frame) {
        line("rip", frame.rip(), "rflags", frame.rflags(), "cs", frame.cs());
        line("rsp", frame.rsp(), "rbp", frame.rbp(), "ss", frame.ss());
        line("rax", frame.rax(), "rbx", frame.rbx(), "rcx", frame.rcx());
        line("rdx", frame.rdx(), "rsi", frame.rsi(), "rdi", frame.rdi());
        line("r8", frame.r8(), "r9", frame.r9(), "r10", frame.r10());
        line("r11", frame.r11(), "r12", frame.r12(), "r13", frame.r13());
        line("r14", frame.r14(), "r15", frame.r15(), "cr2", Cpu.readCr2());
        printControlRegisters();
    }

    /** Prints the control registers alone. */
    public static void printControlRegisters() {
        line("cr0", Cpu.readCr0(), "cr3", Cpu.readCr3(), "cr4", Cpu.readCr4());
    }

    /** Decodes an error code that names a segment (Intel SDM volume 3A, section 6.13). */
    private static void printSelector(long errorCode) {
        if (errorCode == 0) {
            return;
        }
        RawOutput.print((errorCode & 1) != 0 ? "  while delivering an external event, " : "  ");
        RawOutput.print((errorCode & 2) != 0 ? "IDT" : (errorCode & 4) != 0 ? "LDT" : "GDT");
        RawOutput.print(" entry ");
        RawOutput.printDecimal((errorCode & 0xffff) >>> 3);
        RawOutput.newline();
    }

    private static void line(String name1, long value1, String name2, long value2, String name3, long value3) {
        register(name1, value1);
        register(name2, value2);
        register(name3, value3);
        RawOutput.newline();
    }

    private static void register(String name, long value) {
        for (int i = name.length(); i < 7; i++) {
            RawOutput.print(' ');
        }
        RawOutput.print(name);
        RawOutput.print(' ');
        RawOutput.printHex(value);
    }
}
