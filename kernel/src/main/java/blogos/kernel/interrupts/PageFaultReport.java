package blogos.kernel.interrupts;

import blogos.hal.KernelImage;
import blogos.hal.PageFaultBits;
import blogos.hal.PageFrame;
import blogos.hal.TrapFrame;
import blogos.hal.VirtAddr;
import blogos.hal.boot.KernelAddressSpace;
import blogos.kernel.KernelInfo;
import blogos.kernel.io.RawOutput;
import blogos.kernel.memory.KernelStacks;

/** Tells what a page fault of the kernel is about. For interrupt context: nothing here allocates. */
final class PageFaultReport {
    private PageFaultReport() {}

    /** Prints the access that failed, and where. */
    static void print(TrapFrame frame, long address) {
        long errorCode = frame.errorCode();
        RawOutput.print(
                (errorCode & PageFaultBits.FETCH) != 0 ? "  executing " : (errorCode & PageFaultBits.WRITE) != 0 ? "  writing " : "  reading ");
        RawOutput.printHex(address);
        RawOutput.print(
                (errorCode & PageFaultBits.RESERVED_BIT) != 0
                        ? ": a reserved bit is set in the page tables"
                        : (errorCode & PageFaultBits.PROTECTION) != 0 ? ": the page forbids it" : ": nothing is mapped");
        RawOutput.newline();
        printPlace(address, frame.rsp());
    }

    /**
     * Prints what lies at an address, if that is known.
     *
     * @param stackPointer of the code that used the address: it tells whether its own stack is meant or another
     */
    static void printPlace(long address, long stackPointer) {
        if (address >= 0 && address < PageFrame.SIZE) {
            RawOutput.print("  the null page: a null pointer in code without null checks");
        } else if (address >= 0) {
            RawOutput.print("  the programs' half: the kernel must not touch it directly");
        } else if (isBootStackGuard(address)) {
            RawOutput.print("  the guard page of the boot stack: stack overflow");
        } else if (KernelImage.isCode(address)) {
            RawOutput.print("  the kernel's code");
        } else if (KernelImage.contains(address)) {
            RawOutput.print("  the kernel image");
        } else if (!printStack(address, stackPointer)) {
            RawOutput.print(
                    VirtAddr.of(address).isCanonical() ? "  no known part of the kernel" : "  not a canonical address");
        }
        RawOutput.newline();
    }

    private static boolean isBootStackGuard(long address) {
        long bottom = KernelAddressSpace.STACK_TOP - KernelAddressSpace.STACK_SIZE;
        return address < bottom && address >= bottom - PageFrame.SIZE;
    }

    private static boolean printStack(long address, long stackPointer) {
        KernelStacks stacks = KernelInfo.get() == null ? null : KernelInfo.get().stacks();
        int slot = stacks == null ? -1 : stacks.slotOf(address);
        if (slot < 0) {
            return false;
        }
        boolean isOwn = slot == stacks.slotOf(stackPointer);
        boolean isGuard = stacks.isGuardPage(address);
        RawOutput.print(isGuard ? "  the guard page of " : "  ");
        RawOutput.print(isOwn ? "its own kernel stack " : "another kernel stack, ");
        RawOutput.printDecimal(slot);
        RawOutput.print(
                !isGuard
                        ? stacks.isUsed(slot) ? "" : ", which was freed"
                        : isOwn ? ": stack overflow" : ": a wild pointer, or the overflow of that stack");
        return true;
    }
}
