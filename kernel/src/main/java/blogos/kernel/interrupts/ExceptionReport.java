package blogos.kernel.interrupts;

import blogos.hal.Cpu;
import blogos.hal.TrapFrame;
import blogos.hal.Traps;
import blogos.kernel.io.RawOutput;

/** Prints what the CPU says about an exception of the kernel. For interrupt context: nothing here allocates. */
public final class ExceptionReport {
    private static final int INVALID_TSS = 10;
    private static final int SEGMENT_NOT_PRESENT = 11;
    private static final int STACK_FAULT = 12;

    private ExceptionReport() {}

    /**
     * Prints name and vector, error code and its meaning, and the cause of a page fault or double fault as far as it
     * can be told.
     */
    public static void print(TrapFrame frame) {
        int vector = frame.vector();
        RawOutput.print(nameOf(vector));
        RawOutput.print(" (vector ");
        RawOutput.printDecimal(vector);
        RawOutput.print(")");
        if (hasErrorCode(vector)) {
            RawOutput.print(", error code ");
            RawOutput.printHex(frame.errorCode());
        }
        RawOutput.newline();
        switch (vector) {
            case Traps.PAGE_FAULT -> PageFaultReport.print(frame, Cpu.readCr2());
            case Traps.DOUBLE_FAULT -> PageFaultReport.printPlace(Cpu.readCr2(), frame.rsp());
            case INVALID_TSS, SEGMENT_NOT_PRESENT, STACK_FAULT, Traps.GENERAL_PROTECTION ->
                printSelector(frame.errorCode());
            default -> {}
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

    /** The name of an exception (Intel SDM volume 3A, table 6-1). */
    static String nameOf(int vector) {
        return switch (vector) {
            case 0 -> "divide error";
            case 1 -> "debug exception";
            case Traps.NMI -> "non-maskable interrupt";
            case Traps.BREAKPOINT -> "breakpoint";
            case 4 -> "overflow";
            case 5 -> "bound range exceeded";
            case 6 -> "invalid opcode";
            case 7 -> "device not available";
            case Traps.DOUBLE_FAULT -> "double fault";
            case 9 -> "coprocessor segment overrun";
            case INVALID_TSS -> "invalid TSS";
            case SEGMENT_NOT_PRESENT -> "segment not present";
            case STACK_FAULT -> "stack segment fault";
            case Traps.GENERAL_PROTECTION -> "general protection fault";
            case Traps.PAGE_FAULT -> "page fault";
            case 16 -> "floating-point error";
            case 17 -> "alignment check";
            case Traps.MACHINE_CHECK -> "machine check";
            case 19 -> "SIMD floating-point exception";
            case 20 -> "virtualization exception";
            case 21 -> "control protection exception";
            case Traps.SYSTEM_CALL -> "system call from the kernel itself";
            default -> "reserved exception";
        };
    }

    private static boolean hasErrorCode(int vector) {
        return vector == Traps.DOUBLE_FAULT
                || vector >= INVALID_TSS && vector <= Traps.PAGE_FAULT
                || vector == 17
                || vector == 21;
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
