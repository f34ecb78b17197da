package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;

/**
 * Instructions that only the kernel may execute, and a few that it alone needs. Register numbers and bits: Intel SDM
 * volume 3A, chapter 2 (control registers) and volume 4 (model-specific registers).
 */
public final class Cpu {
    /** CR0: write protection holds in ring 0 too. */
    public static final long CR0_WP = 1L << 16;

    /** CR4: global pages. */
    public static final long CR4_PGE = 1L << 7;

    /** CR4: SGDT, SIDT, SLDT, SMSW and STR fault outside ring 0. */
    public static final long CR4_UMIP = 1L << 11;

    /** CR4: RDFSBASE, WRFSBASE and their like for gs work, in programs too. */
    public static final long CR4_FSGSBASE = 1L << 16;

    /** CR4: ring 0 may not execute user pages. */
    public static final long CR4_SMEP = 1L << 20;

    /** CR4: ring 0 may not access user pages unless RFLAGS.AC is set. */
    public static final long CR4_SMAP = 1L << 21;

    /** Extended feature enable register. */
    public static final int MSR_EFER = 0xc000_0080;

    /** EFER: page table entries have a no-execute bit. */
    public static final long EFER_NXE = 1L << 11;

    /** EFER: SYSCALL and SYSRET work. */
    public static final long EFER_SCE = 1L;

    /** Selectors for SYSCALL (bits 32 to 47) and SYSRET (bits 48 to 63). */
    public static final int MSR_STAR = 0xc000_0081;

    /** Where SYSCALL goes. */
    public static final int MSR_LSTAR = 0xc000_0082;

    /** Bits that SYSCALL clears in RFLAGS. */
    public static final int MSR_FMASK = 0xc000_0084;

    /** Base address of the segment fs. */
    public static final int MSR_FS_BASE = 0xc000_0100;

    /** Base address of the segment gs. */
    public static final int MSR_GS_BASE = 0xc000_0101;

    /** What SWAPGS exchanges with the base address of gs. */
    public static final int MSR_KERNEL_GS_BASE = 0xc000_0102;

    /** RFLAGS: maskable interrupts are on. */
    public static final long RFLAGS_IF = 1L << 9;

    /** RFLAGS: bit that is always set. */
    public static final long RFLAGS_RESERVED = 1L << 1;

    /** A vector that no device owns. */
    public static final int UNKNOWN_VECTOR = 0xd0;

    private Cpu() {}

    /** Reads CR0. */
    @Asm(value = "movq %cr0, $0", constraints = "=r")
    public static native long readCr0();

    /** Writes CR0. */
    @Asm(value = "movq $0, %cr0", constraints = "r")
    public static native void writeCr0(long value);

    /** Reads CR2: the address of the last page fault. */
    @Asm(value = "movq %cr2, $0", constraints = "=r")
    public static native long readCr2();

    /** Reads CR3: the physical address of the root page table, and caching bits. */
    @Asm(value = "movq %cr3, $0", constraints = "=r")
    public static native long readCr3();

    /** Writes CR3, which flushes all TLB entries that are not global. */
    @Asm(value = "movq $0, %cr3", constraints = "r")
    public static native void writeCr3(long value);

    /** Reads CR4. */
    @Asm(value = "movq %cr4, $0", constraints = "=r")
    public static native long readCr4();

    /** Writes CR4. A bit that the CPU lacks faults: ask {@link CpuFeatures} first. */
    @Asm(value = "movq $0, %cr4", constraints = "r")
    public static native void writeCr4(long value);

    /** Reads RFLAGS. */
    @Asm(value = "pushfq; popq $0", constraints = "=r")
    public static native long readFlags();

    /** Whether maskable interrupts are on. */
    public static boolean areInterruptsEnabled() {
        return (readFlags() & RFLAGS_IF) != 0;
    }

    /** Turns maskable interrupts off. */
    @Asm("cli")
    public static native void disableInterrupts();

    /** Turns maskable interrupts on. */
    @Asm("sti")
    public static native void enableInterrupts();

    /** Waits for an interrupt. */
    @Asm("hlt")
    public static native void halt();

    /**
     * Turns interrupts on, waits for one, and turns them off again. One that is pending already ends the wait: STI
     * takes effect behind the next instruction.
     */
    @Asm("sti; hlt; cli")
    public static native void waitForInterrupt();

    /** Tells the CPU that it waits in a loop. */
    @Asm("pause")
    public static native void pause();

    /** Stops this CPU for good. */
    public static void stop() {
        while (true) {
            disableInterrupts();
            halt();
        }
    }

    /** The breakpoint exception (vector 3). */
    @Asm("int3")
    public static native void breakpoint();

    /** Clears RFLAGS.AC, so that SMAP guards user pages. Faults on a CPU without SMAP. */
    @Asm("clac")
    static native void clearAccessFlag();

    /** Raises the interrupt {@link #UNKNOWN_VECTOR}, for a test of what becomes of it. */
    @Asm("int $$" + UNKNOWN_VECTOR)
    public static native void raiseUnknownInterrupt();

    /** Uses a stack at an address that is not canonical, for a test of what becomes of it. */
    @Asm(
            naked = true,
            value = {"movl $1, %eax", "shlq $47, %rax", "leaq 4096(%rax), %rsp", "pushq %rax", "ud2"})
    public static native void loseStack();

    /** Drops the TLB entries of a page. */
    @Asm(value = "invlpg ($0)", constraints = "r")
    private static native void invlpg(long address);

    /** Drops the TLB entries of a page, on a machine: page tables of unit tests have none. */
    static void invalidatePage(long address) {
        if (DirectMap.offset() != 0) {
            invlpg(address);
        }
    }

    /** EAX of a CPUID leaf. */
    @Asm(
            naked = true,
            value = {"movq %rbx, %r8", "movl %edi, %eax", "movl %esi, %ecx", "cpuid", "movq %r8, %rbx", "ret"})
    static native int cpuidEax(int leaf, int subleaf);

    /** EBX of a CPUID leaf. */
    @Asm(
            naked = true,
            value = {
                "movq %rbx, %r8",
                "movl %edi, %eax",
                "movl %esi, %ecx",
                "cpuid",
                "movl %ebx, %eax",
                "movq %r8, %rbx",
                "ret"
            })
    static native int cpuidEbx(int leaf, int subleaf);

    /** ECX of a CPUID leaf. */
    @Asm(
            naked = true,
            value = {
                "movq %rbx, %r8",
                "movl %edi, %eax",
                "movl %esi, %ecx",
                "cpuid",
                "movl %ecx, %eax",
                "movq %r8, %rbx",
                "ret"
            })
    static native int cpuidEcx(int leaf, int subleaf);

    /** EDX of a CPUID leaf. */
    @Asm(
            naked = true,
            value = {
                "movq %rbx, %r8",
                "movl %edi, %eax",
                "movl %esi, %ecx",
                "cpuid",
                "movl %edx, %eax",
                "movq %r8, %rbx",
                "ret"
            })
    static native int cpuidEdx(int leaf, int subleaf);

    /** Reads a model-specific register. An unknown one faults. */
    @Asm(
            naked = true,
            value = {"movl %edi, %ecx", "rdmsr", "shlq $32, %rdx", "orq %rdx, %rax", "ret"})
    public static native long readMsr(int register);

    /** Writes a model-specific register. An unknown one or a reserved bit faults. */
    @Asm(
            naked = true,
            value = {"movl %edi, %ecx", "movl %esi, %eax", "movq %rsi, %rdx", "shrq $32, %rdx", "wrmsr", "ret"})
    public static native void writeMsr(int register, long value);

    /** Reads the time-stamp counter. */
    @Asm(value = "rdtsc; shlq $$32, %rdx; orq %rdx, %rax", constraints = "={rax},~{rdx}")
    public static native long readTimestamp();

    /** Loads the global descriptor table register from its 10-byte image. */
    @Asm(value = "lgdt ($0)", constraints = "r")
    static native void loadGdt(Address descriptor);

    /** Loads the interrupt descriptor table register from its 10-byte image. */
    @Asm(value = "lidt ($0)", constraints = "r")
    static native void loadIdt(Address descriptor);

    /** Loads the task register with a selector. */
    @Asm(value = "ltr ${0:w}", constraints = "r")
    static native void loadTaskRegister(int selector);

    /**
     * Reloads cs by a far return, and ds, es and ss. fs and gs are left alone: loading them would destroy their bases.
     */
    @Asm(
            naked = true,
            value = {
                "movl %esi, %ds",
                "movl %esi, %es",
                "movl %esi, %ss",
                "popq %rax",
                "pushq %rdi",
                "pushq %rax",
                "lretq"
            })
    static native void reloadSegments(long codeSelector, int dataSelector);
}
