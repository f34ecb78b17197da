package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Tls;
import blogos.aot.api.Word;

/**
 * The state of the code that an exception, an interrupt or a system call interrupted. It lies on the handler's stack
 * and is loaded back when the handler returns, so what is stored here takes effect then.
 *
 * <pre>
 *   0 r15    8 r14   16 r13   24 r12   32 r11   40 r10   48 r9    56 r8
 *  64 rbp   72 rdi   80 rsi   88 rdx   96 rcx  104 rbx  112 rax
 * 120 poll limit of the interrupted code
 * 128 vector      136 error code (0 where the CPU pushes none)
 * 144 rip   152 cs   160 rflags   168 rsp   176 ss          pushed by the CPU (Intel SDM volume 3A, section 6.14.2)
 * </pre>
 *
 * <p>Below it lie 8 unused bytes and the 512 bytes of FXSAVE. The handler itself runs with the floating-point
 * exceptions masked.
 */
@Word
public final class TrapFrame {
    static final int R15 = 0;
    static final int RBP = 64;
    static final int RDI = 72;
    static final int RSI = 80;
    static final int RDX = 88;
    static final int RCX = 96;
    static final int RBX = 104;
    static final int RAX = 112;
    static final int STACK_LIMIT = 120;
    static final int VECTOR = 128;
    static final int ERROR_CODE = 136;
    static final int RIP = 144;
    static final int CS = 152;
    static final int RFLAGS = 160;
    static final int RSP = 168;
    static final int SS = 176;

    /** Size in bytes. */
    static final int SIZE = 184;

    private final Address base;

    private TrapFrame(Address base) {
        this.base = base;
    }

    /** The frame at an address. */
    static TrapFrame at(Address base) {
        return new TrapFrame(base);
    }

    /** Where the frame lies. */
    public VirtAddr address() {
        return VirtAddr.of(base.toLong());
    }

    /**
     * Makes the next poll of the interrupted kernel code call {@link KernelServices#poll}. Nothing happens if that code
     * runs without polls or is serving a stack overflow.
     */
    public void requestPoll() {
        long limit = base.loadLong(STACK_LIMIT);
        if (limit != 0 && limit == Tls.loadLong(Tls.REAL_STACK_LIMIT)) {
            base.storeLong(STACK_LIMIT, -1);
        }
    }

    /** Number of the exception or interrupt. */
    public int vector() {
        return (int) base.loadLong(VECTOR);
    }

    /** What the CPU says about the exception; 0 where it says nothing. */
    public long errorCode() {
        return base.loadLong(ERROR_CODE);
    }

    /** Whether the interrupted code was a program (CPL 3). */
    public boolean isFromUser() {
        return (base.loadLong(CS) & 3) != 0;
    }

    /** Instruction pointer: the faulting instruction of a fault, the next one of a trap. */
    public long rip() {
        return base.loadLong(RIP);
    }

    /** Code segment selector. */
    public long cs() {
        return base.loadLong(CS);
    }

    /** Flags. */
    public long rflags() {
        return base.loadLong(RFLAGS);
    }

    /** Stack pointer. */
    public long rsp() {
        return base.loadLong(RSP);
    }

    /** Stack segment selector. */
    public long ss() {
        return base.loadLong(SS);
    }

    /** Register rax: number and result of a system call. */
    public long rax() {
        return base.loadLong(RAX);
    }

    /** Sets rax. */
    public void rax(long value) {
        base.storeLong(RAX, value);
    }

    /** Register rbx. */
    public long rbx() {
        return base.loadLong(RBX);
    }

    /** Register rcx. */
    public long rcx() {
        return base.loadLong(RCX);
    }

    /** Register rdx. */
    public long rdx() {
        return base.loadLong(RDX);
    }

    /** Register rsi. */
    public long rsi() {
        return base.loadLong(RSI);
    }

    /** Register rdi. */
    public long rdi() {
        return base.loadLong(RDI);
    }

    /** Register rbp. */
    public long rbp() {
        return base.loadLong(RBP);
    }

    /** Register r8. */
    public long r8() {
        return base.loadLong(56);
    }

    /** Register r9. */
    public long r9() {
        return base.loadLong(48);
    }

    /** Register r10. */
    public long r10() {
        return base.loadLong(40);
    }

    /** Register r11. */
    public long r11() {
        return base.loadLong(32);
    }

    /** Register r12. */
    public long r12() {
        return base.loadLong(24);
    }

    /** Register r13. */
    public long r13() {
        return base.loadLong(16);
    }

    /** Register r14. */
    public long r14() {
        return base.loadLong(8);
    }

    /** Register r15. */
    public long r15() {
        return base.loadLong(R15);
    }
}
