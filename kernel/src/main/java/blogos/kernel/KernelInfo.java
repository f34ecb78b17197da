package blogos.kernel;

import blogos.aot.api.Bytes;
import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.PhysAddr;
import blogos.kernel.memory.AllocKernelInfo;
import blogos.kernel.memory.KernelStacks;

/**
 * The kernel's central state: what the boot loader told, where memory comes from, and the kernel's own ELF file. There
 * is one, made by {@link Setup}.
 */
public final class KernelInfo {
    private static KernelInfo current;

    private final BootInfo bootInfo;
    private final CommandLine commandLine;
    private final AllocKernelInfo alloc;
    private final KernelStacks stacks;
    private final KernelElf elf;

    /** Puts the parts together. */
    KernelInfo(BootInfo bootInfo, AllocKernelInfo alloc, KernelStacks stacks, KernelElf elf) {
        this.bootInfo = bootInfo;
        this.commandLine = CommandLine.of(bootInfo);
        this.alloc = alloc;
        this.stacks = stacks;
        this.elf = elf;
    }

    /** The kernel's state; null before {@link Setup} is through. */
    public static KernelInfo get() {
        return current;
    }

    static void set(KernelInfo info) {
        current = info;
    }

    /** Version of the boot contract. */
    public int bootApiVersion() {
        return bootInfo.apiVersion();
    }

    /** Physical address of the ACPI root pointer; 0 if there is none. */
    public PhysAddr rsdp() {
        return PhysAddr.of(bootInfo.rsdp());
    }

    /** The options that the boot loader was given. */
    public CommandLine commandLine() {
        return commandLine;
    }

    /** Whether the boot loader loaded an initial RAM disk. */
    public boolean hasRamDisk() {
        return bootInfo.initrdLength() != 0;
    }

    /** The initial RAM disk; empty if there is none. */
    public Bytes ramDisk() {
        return DirectMap.bytes(PhysAddr.of(bootInfo.initrdStart()), bootInfo.initrdLength());
    }

    /** Where memory comes from. */
    public AllocKernelInfo alloc() {
        return alloc;
    }

    /** The kernel stacks. */
    public KernelStacks stacks() {
        return stacks;
    }

    /** The kernel's own ELF file. */
    public KernelElf elf() {
        return elf;
    }
}
