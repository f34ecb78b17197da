package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.FrameCursor;

/**
 * A walk up the kernel's stack, for panics and exception reports: allocates nothing and reads only memory that is
 * mapped, so a damaged stack shortens the walk but cannot break it. There is only one walk at a time.
 *
 * <pre>
 * for (boolean more = KernelStackWalk.begin(frame); more; more = KernelStackWalk.next()) {
 *     ... KernelStackWalk.instruction() ...
 * }
 * </pre>
 */
@NoPoll
public final class KernelStackWalk {
    /** How much of a stack is read at most, in bytes. */
    private static final long LONGEST_STACK = 1 << 20;

    private KernelStackWalk() {}

    /** Begins at the code that an exception of the kernel interrupted. False if that was a program. */
    public static boolean begin(TrapFrame frame) {
        if (frame.isFromUser()) {
            return false;
        }
        Address registers = StaticMemory.frameCursor();
        registers.storeLong(0, frame.rax());
        registers.storeLong(8, frame.rdx());
        registers.storeLong(16, frame.rcx());
        registers.storeLong(24, frame.rbx());
        registers.storeLong(32, frame.rsi());
        registers.storeLong(40, frame.rdi());
        registers.storeLong(48, frame.rbp());
        registers.storeLong(56, frame.rsp());
        registers.storeLong(64, frame.r8());
        registers.storeLong(72, frame.r9());
        registers.storeLong(80, frame.r10());
        registers.storeLong(88, frame.r11());
        registers.storeLong(96, frame.r12());
        registers.storeLong(104, frame.r13());
        registers.storeLong(112, frame.r14());
        registers.storeLong(120, frame.r15());
        registers.storeLong(128, frame.rip());
        open(true);
        return true;
    }

    /** Begins at the calling method, or where that was inlined at its caller. */
    public static boolean begin() {
        captureRegisters();
        open(false);
        return next();
    }

    /**
     * Moves to the caller. False at the outermost frame, or where tables or stack make no sense, or in a program that
     * the kernel was entered from.
     */
    public static boolean next() {
        FrameCursor cursor = cursor();
        return cursor.step() && cursor.pc().toLong() < 0;
    }

    /** Whether the walk has ended in a program, whose call, fault or interrupt led into the kernel. */
    public static boolean isInProgram() {
        return cursor().pc().toLong() > 0;
    }

    /** The registers of the program that the walk has ended in, by DWARF number, 0 to 16 (the program counter). */
    public static long[] programRegisters() {
        long[] registers = new long[FrameCursor.REGISTERS];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = cursor().register(i);
        }
        return registers;
    }

    /** Address of the instruction that the frame is at: of the call in all frames that called. */
    public static VirtAddr instruction() {
        return VirtAddr.of(cursor().instruction().toLong());
    }

    /** The same as an offset from the start of the image, as the trace table wants it. */
    public static long imageOffset() {
        return cursor().instruction().distanceFrom(KernelImage.imageStart());
    }

    /**
     * Opens the cursor with the mapped memory from the stack pointer upwards as its bounds. After an overflow the stack
     * pointer itself lies in the guard page below.
     */
    private static void open(boolean isExact) {
        FrameCursor cursor = cursor();
        Address lowest = cursor.stackPointer();
        if (!isMapped(lowest)) {
            lowest = lowest.alignUp(PageFrame.SIZE);
        }
        Address highest = lowest;
        while (highest.distanceFrom(lowest) < LONGEST_STACK && isMapped(highest)) {
            highest = highest.plus(1).alignUp(PageFrame.SIZE);
        }
        cursor.open(isExact, lowest, highest);
    }

    private static boolean isMapped(Address address) {
        VirtAddr page = VirtAddr.of(address.toLong());
        return page.isCanonical() && PageTable.isMappedNow(page);
    }

    private static FrameCursor cursor() {
        return FrameCursor.at(StaticMemory.frameCursor());
    }

    /**
     * Stores what the caller needs restored, its stack pointer and its program counter into the cursor, in DWARF's
     * order of registers.
     */
    @Asm(
            naked = true,
            value = {
                "call {blogos.hal.StaticMemory.frameCursor}",
                "movq %rbx, 24(%rax)",
                "movq %rbp, 48(%rax)",
                "leaq 8(%rsp), %rdx",
                "movq %rdx, 56(%rax)",
                "movq %r12, 96(%rax)",
                "movq %r13, 104(%rax)",
                "movq %r14, 112(%rax)",
                "movq %r15, 120(%rax)",
                "movq (%rsp), %rdx",
                "movq %rdx, 128(%rax)",
                "ret"
            })
    private static native void captureRegisters();
}
