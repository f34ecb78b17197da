package blogos.kernel;

import blogos.boot.BootInfo;
import blogos.elf.ElfException;
import blogos.hal.Cpu;
import blogos.hal.CpuFeatures;
import blogos.hal.FastSystemCalls;
import blogos.hal.Gdt;
import blogos.hal.KernelImage;
import blogos.hal.PageFlags;
import blogos.hal.PageTable;
import blogos.hal.PhysAddr;
import blogos.hal.RuntimeSupport;
import blogos.hal.Timestamp;
import blogos.hal.Tss;
import blogos.hal.VirtAddr;
import blogos.kernel.interrupts.Devices;
import blogos.kernel.interrupts.Interrupts;
import blogos.kernel.interrupts.LockOrderReport;
import blogos.kernel.io.Banner;
import blogos.kernel.io.Console;
import blogos.kernel.io.KernelLog;
import blogos.kernel.terminal.Terminal;
import blogos.kernel.memory.AllocKernelInfo;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.memory.KernelHeap;
import blogos.kernel.memory.KernelStacks;
import blogos.kernel.memory.PageTables;
import blogos.kernel.memory.RegionAllocator;
import blogos.kernel.memory.VirtualLayout;
import blogos.kernel.multitask.LockOrder;
import blogos.kernel.multitask.Tasks;
import blogos.log.Log;

/**
 * Kernel startup, chapter 3 of the documentation: {@link #run} is its table of contents, and each method one of its
 * sections.
 *
 * <p>Before this, {@link blogos.hal.boot.KernelEntry} gave the Java runtime a small static heap, so that objects can be
 * made from the first line on.
 */
final class Setup {
    private static final String TARGET = "kernel.setup";

    /** What programs may use; everything mapped below is the boot loader's. */
    private static final VirtAddr LOWER_HALF_END = VirtAddr.of(VirtAddr.USER_END);

    private Setup() {}

    /** Brings the kernel from the boot loader's hand-over to full service, with interrupts on and tasks at the end. */
    static KernelInfo run(BootInfo bootInfo) throws ElfException {
        VirtualLayout layout = discoverLayout();
        initializeCpuTables();
        initializeOutput(bootInfo);
        initializeDevices(bootInfo);
        logKernelMetadata(bootInfo);
        PageTable bootloaderTable = initPageTables(bootInfo);
        FrameAllocator frames = initFrameAllocator(bootInfo);
        PageTables pageTables = initPageTablesStructure(bootloaderTable, frames);
        RegionAllocator regions = initRegionAllocator(pageTables, layout);
        AllocKernelInfo alloc = initAllocKernelInfo(pageTables, frames, regions);
        initHeap(alloc);
        unmapBootloaderPages(pageTables);
        protectDirectMap(bootInfo, pageTables);
        KernelStacks stacks = initStackAllocator(alloc);
        KernelElf elf = loadKernelElf(bootInfo);
        KernelInfo info = constructKernelInfo(bootInfo, alloc, stacks, elf);
        startMultitasking(stacks);
        return info;
    }

    /** 3.2: which virtual addresses are free. */
    private static VirtualLayout discoverLayout() {
        return VirtualLayout.discover(PageTable.active());
    }

    /** 3.2: GDT and TSS, IDT; and the protections that the CPU has to offer. */
    private static void initializeCpuTables() {
        Gdt.load();
        Interrupts.init();
        CpuFeatures.enable();
        FastSystemCalls.enable();
    }

    /** 3.2: framebuffer, if present; serial output and logging. */
    private static void initializeOutput(BootInfo bootInfo) {
        Console.init(bootInfo);
        KernelLog.init(CommandLine.of(bootInfo).value("log"));
        Banner.print("an operating system in Java");
    }

    /** 3.2: interrupt controllers, clocks, and the terminal's keyboard and serial line. */
    private static void initializeDevices(BootInfo bootInfo) {
        Devices devices = Devices.find(PhysAddr.of(bootInfo.rsdp()), CommandLine.of(bootInfo));
        devices.initializeControllers();
        devices.initializeTime();
        Terminal.initialize(devices.hasKeyboardController());
    }

    /** 3.3: where kernel and RAM disk are, and what memory there is. */
    private static void logKernelMetadata(BootInfo bootInfo) {
        info("Kernel at virtual " + hex(bootInfo.kernelVirtualStart()) + ", physical " + hex(bootInfo.kernelStart()));
        info("Kernel image size " + bootInfo.kernelLength() / 1024 + " KiB");
        info("RAM disk at physical " + hex(bootInfo.initrdStart()) + ", length " + bootInfo.initrdLength() + " bytes");
        if (bootInfo.framebufferFormat() != BootInfo.FORMAT_NONE) {
            info("Framebuffer " + bootInfo.framebufferWidth() + "x" + bootInfo.framebufferHeight());
        }
        info("CPU protections: NX, WP" + (CpuFeatures.hasSmep() ? ", SMEP" : "")
                + (CpuFeatures.hasSmap() ? ", SMAP" : "") + (CpuFeatures.hasUmip() ? ", UMIP" : ""));
        long usable = 0;
        for (int i = 0; i < bootInfo.regionCount(); i++) {
            long size = bootInfo.regionEnd(i) - bootInfo.regionStart(i);
            Log.debug(
                    TARGET,
                    "Memory " + hex(bootInfo.regionStart(i)) + " to " + hex(bootInfo.regionEnd(i)) + ", " + size / 1024
                            + " KiB: " + nameOfKind(bootInfo.regionKind(i)));
            if (bootInfo.regionKind(i) == BootInfo.USABLE) {
                usable += size;
            }
        }
        info("Usable memory " + (usable >> 20) + " MiB in a map of " + bootInfo.regionCount() + " regions");
    }

    /** 3.4: the active level-4 table, reached at the physical memory offset. */
    private static PageTable initPageTables(BootInfo bootInfo) {
        PageTable table = PageTable.active();
        info("Physical memory is mapped at " + hex(bootInfo.physicalMemoryOffset()) + ", level-4 table at physical "
                + hex(table.root().start().toLong()));
        return table;
    }

    /** 3.5: the physical frames that the boot loader left usable. */
    private static FrameAllocator initFrameAllocator(BootInfo bootInfo) {
        FrameAllocator frames = FrameAllocator.of(bootInfo);
        info("Frame allocator: " + frames.freeFrames() + " free frames");
        return frames;
    }

    /** 3.6: walking, mapping, unmapping, enumerating. */
    private static PageTables initPageTablesStructure(PageTable table, FrameAllocator frames) {
        PageTables pageTables = new PageTables(table, frames);
        VirtAddr end = VirtAddr.of(-1);
        pageTables.forEachRange(
                VirtAddr.of(VirtAddr.KERNEL_START),
                end,
                (start, rangeEnd, flags) -> Log.debug(
                        TARGET,
                        "Mapped " + hex(start.toLong()) + " to " + hex(rangeEnd.toLong()) + " " + describe(flags)));
        return pageTables;
    }

    /** 3.7: the free virtual addresses. Their root entries get tables now, for all address spaces to share. */
    private static RegionAllocator initRegionAllocator(PageTables pageTables, VirtualLayout layout) {
        for (int i = 0; i < layout.entries(); i++) {
            pageTables.fillRootEntry(layout.firstEntry() + i);
        }
        info("Virtual regions from " + hex(layout.start().toLong()) + " to "
                + hex(layout.end().toLong()));
        return new RegionAllocator(layout.start(), layout.end());
    }

    /** 3.8: the three together, for everybody. */
    private static AllocKernelInfo initAllocKernelInfo(
            PageTables pageTables, FrameAllocator frames, RegionAllocator regions) {
        AllocKernelInfo alloc = new AllocKernelInfo(pageTables, frames, regions);
        AllocKernelInfo.set(alloc);
        return alloc;
    }

    /** 3.9: from now on the Java heap grows by fresh frames at fresh addresses. */
    private static void initHeap(AllocKernelInfo alloc) {
        RuntimeSupport.use(new RuntimeServices(new KernelHeap(alloc)));
        info("Heap: grows on demand, " + RuntimeSupport.earlyHeapUsed() / 1024
                + " KiB of the static reserve used before");
    }

    /** 3.10: what the boot loader left mapped below the kernel's half, for its own code. */
    private static void unmapBootloaderPages(PageTables pageTables) {
        pageTables.table().forEachMapping(VirtAddr.of(0), LOWER_HALF_END, Setup::unmapBootloaderPage);
    }

    private static void unmapBootloaderPage(VirtAddr page, long size, PhysAddr target, long flags) {
        info("Unmapping leftover page " + hex(page.toLong()) + " of " + size / 1024 + " KiB " + describe(flags));
        PageTable.active().unmap(page);
    }

    /** 3.10, too: what nobody may write is not written through the direct map either. */
    private static void protectDirectMap(BootInfo bootInfo, PageTables pageTables) {
        PageTable table = pageTables.table();
        VirtAddr end = KernelImage.start().plus(KernelImage.length());
        pageTables.forEachRange(KernelImage.start(), end, (start, rangeEnd, flags) -> {
            if ((flags & PageFlags.WRITABLE) == 0) {
                PhysAddr target = table.translate(start);
                pageTables.protectDirect(target, target.plus(rangeEnd.distanceFrom(start)), false);
            }
        });
        PhysAddr initrd = PhysAddr.of(bootInfo.initrdStart());
        pageTables.protectDirect(initrd, initrd.plus(bootInfo.initrdLength()), false);
    }

    /** 3.11: guarded stacks for tasks and for the exceptions that need a stack of their own. */
    private static KernelStacks initStackAllocator(AllocKernelInfo alloc) {
        KernelStacks stacks = new KernelStacks(alloc);
        Tss.setInterruptStack(Tss.DOUBLE_FAULT_STACK, stacks.top(stacks.allocate()));
        Tss.setInterruptStack(Tss.NMI_STACK, stacks.top(stacks.allocate()));
        Tss.setInterruptStack(Tss.MACHINE_CHECK_STACK, stacks.top(stacks.allocate()));
        info("Stacks: double faults at "
                + hex(Tss.interruptStack(Tss.DOUBLE_FAULT_STACK).toLong()) + ", " + KernelStacks.STACK_SIZE / 1024
                + " KiB each");
        return stacks;
    }

    /** 3.12: the kernel's own file, and the tables for unwinding and stack traces. */
    private static KernelElf loadKernelElf(BootInfo bootInfo) throws ElfException {
        KernelElf elf = KernelElf.parse(bootInfo);
        info("Kernel ELF: " + elf.file().programHeaderCount() + " segments, "
                + elf.file().sectionCount() + " sections, entry "
                + hex(elf.file().entry()) + (elf.hasDebugInformation() ? ", with debug information" : ""));
        info("Unwind information of " + elf.unwindEntries() + " code ranges, trace table of "
                + elf.traceTableSize() / 1024 + " KiB");
        return elf;
    }

    /** 3.13: the kernel's central state. */
    private static KernelInfo constructKernelInfo(
            BootInfo bootInfo, AllocKernelInfo alloc, KernelStacks stacks, KernelElf elf) {
        KernelInfo kernelInfo = new KernelInfo(bootInfo, alloc, stacks, elf);
        KernelInfo.set(kernelInfo);
        info("Boot contract version " + kernelInfo.bootApiVersion() + ", ACPI RSDP at physical "
                + hex(kernelInfo.rsdp().toLong()));
        info("Setup complete after " + Timestamp.nanos() / 1_000_000 + " ms, "
                + alloc.frames().freeFrames() + " frames free");
        return kernelInfo;
    }

    /** The running code becomes the first task; from now on there can be others. */
    private static void startMultitasking(KernelStacks stacks) {
        LockOrder.setReporter(new LockOrderReport());
        Tasks.init(stacks);
        Cpu.enableInterrupts();
        KernelLog.start();
        Console.start();
        Terminal.start();
    }

    private static String describe(long flags) {
        return ((flags & PageFlags.WRITABLE) != 0 ? "rw" : "r-")
                + ((flags & PageFlags.NO_EXECUTE) != 0 ? "-" : "x")
                + ((flags & PageFlags.USER) != 0 ? " user" : "");
    }

    private static String nameOfKind(int kind) {
        return switch (kind) {
            case BootInfo.USABLE -> "usable";
            case BootInfo.RESERVED -> "reserved";
            case BootInfo.BOOTLOADER -> "boot loader";
            case BootInfo.KERNEL -> "kernel";
            case BootInfo.INITRD -> "RAM disk";
            case BootInfo.ACPI_RECLAIMABLE -> "ACPI tables";
            default -> "unknown";
        };
    }

    private static void info(String message) {
        Log.info(TARGET, message);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
