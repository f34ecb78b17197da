package blogos.bootloader;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.boot.BootInfo;
import blogos.elf.ProgramHeader;
import blogos.hal.Cpu;
import blogos.hal.CpuFeatures;
import blogos.hal.DirectMap;
import blogos.hal.PageFlags;
import blogos.hal.PageTable;
import blogos.hal.PhysAddr;
import blogos.hal.VirtAddr;
import blogos.hal.boot.KernelAddressSpace;

/**
 * Starts the kernel: reads it and the initial RAM disk, builds the kernel's address space, describes the machine in a
 * {@link BootInfo}, ends the firmware's hold and jumps. The same for every firmware; what differs is behind
 * {@link Firmware}.
 */
public final class Loader {
    /** Most memory regions that the kernel can be told about. */
    public static final int MAX_REGIONS = 2048;

    private static final String KERNEL_FILE = "kernel.elf";
    private static final String INITRD_FILE = "initrd.cpio";
    private static final String COMMAND_LINE_FILE = "cmdline.txt";

    /** Memory that the kernel needs besides what the loader gives it, to reach its first program. */
    private static final long MIN_FREE_MEMORY = 16 << 20;

    /** End of the addresses where devices may be that are not in the memory map. */
    private static final long DEVICE_SPACE_END = 1L << 32;

    /**
     * CR4: page tables have five levels (Intel SDM volume 3A, section 2.5). It cannot be changed without leaving 64-bit
     * mode.
     */
    private static final long CR4_LA57 = 1L << 12;

    private final Firmware firmware;

    /** What the kernel gets from the loader: memory that is not free, though the firmware will say so. */
    private final RegionMap claims = new RegionMap(16);

    private Loader(Firmware firmware) {
        this.firmware = firmware;
    }

    /**
     * Starts the kernel. Does not return.
     *
     * @throws BootFailure if that is not possible
     */
    public static void boot(Firmware firmware) {
        checkCpu();
        new Loader(firmware).run();
    }

    private static void checkCpu() {
        String missing = CpuFeatures.missing();
        if (missing != null) {
            throw new BootFailure(missing);
        }
        if ((Cpu.readCr4() & CR4_LA57) != 0) {
            throw new BootFailure("the firmware uses five-level page tables; turn them off in its settings");
        }
    }

    private void run() {
        long recordSize = BootInfo.SIZE + MAX_REGIONS * BootInfo.REGION_SIZE;
        Address record = allocate(recordSize, BootInfo.BOOTLOADER, "the boot information");
        BootInfo info = BootInfo.at(record);
        info.initialize();
        info.physicalMemoryOffset(DirectMap.KERNEL_OFFSET);
        info.rsdp(firmware.rsdp());

        KernelImage kernel = loadKernel(info);
        loadInitrd(info);
        loadCommandLine(info);
        describeFramebuffer(info);
        KernelAddressSpace space = buildAddressSpace(kernel, info);
        requireFreeMemory();
        report(info);

        storeRegions(firmware.leave(), info, record.plus(BootInfo.SIZE));
        KernelAddressSpace.enableFeatures();
        space.enter(VirtAddr.of(kernel.entry()), PhysAddr.of(record.toLong()));
    }

    /**
     * Puts the kernel where it wants to be if that memory is free, else anywhere: its virtual addresses stay the same.
     */
    private KernelImage loadKernel(BootInfo info) {
        Bytes file = firmware.readFile(KERNEL_FILE);
        if (file == null) {
            throw new BootFailure("there is no " + KERNEL_FILE + " on the boot volume");
        }
        KernelImage kernel = KernelImage.of(file);
        claim(file, BootInfo.KERNEL);
        Address start = kernel.preferredStart();
        if (!start.isZero() && firmware.allocateAt(start, kernel.length())) {
            claims.add(start.toLong(), start.toLong() + kernel.length(), BootInfo.KERNEL);
        } else {
            start = allocate(kernel.length(), BootInfo.KERNEL, "the kernel");
        }
        kernel.load(start);
        info.kernelElfStart(file.start().toLong());
        info.kernelElfLength(file.length());
        info.kernelStart(start.toLong());
        info.kernelVirtualStart(kernel.virtualStart());
        info.kernelLength(kernel.length());
        return kernel;
    }

    private void loadInitrd(BootInfo info) {
        Bytes file = firmware.readFile(INITRD_FILE);
        if (file == null) {
            throw new BootFailure("there is no " + INITRD_FILE + " on the boot volume");
        }
        claim(file, BootInfo.INITRD);
        info.initrdStart(file.start().toLong());
        info.initrdLength(file.length());
    }

    private void loadCommandLine(BootInfo info) {
        Bytes file = firmware.readFile(COMMAND_LINE_FILE);
        if (file == null) {
            return;
        }
        claim(file, BootInfo.BOOTLOADER);
        long length = file.length();
        while (length > 0 && file.u8(length - 1) <= ' ') {
            length--;
        }
        info.commandLineStart(file.start().toLong());
        info.commandLineLength(length);
    }

    private void describeFramebuffer(BootInfo info) {
        Framebuffer framebuffer = firmware.framebuffer();
        if (framebuffer == null) {
            return;
        }
        claims.add(framebuffer.start(), framebuffer.start() + framebuffer.length(), BootInfo.RESERVED);
        info.framebufferStart(framebuffer.start());
        info.framebufferLength(framebuffer.length());
        info.framebufferWidth(framebuffer.width());
        info.framebufferHeight(framebuffer.height());
        info.framebufferStride(framebuffer.stride());
        info.framebufferFormat(framebuffer.format());
    }

    private KernelAddressSpace buildAddressSpace(KernelImage kernel, BootInfo info) {
        RegionMap map = firmware.memoryMap();
        long directEnd = Math.max(map.ramEnd(), DEVICE_SPACE_END);
        long poolFrames = FramePool.framesFor(directEnd, kernel.length(), KernelAddressSpace.STACK_SIZE);
        long poolSize = poolFrames * RegionMap.PAGE_SIZE;
        FramePool pool = new FramePool(allocate(poolSize, BootInfo.BOOTLOADER, "page tables"), poolFrames);

        KernelAddressSpace space = KernelAddressSpace.create(pool);
        space.mapDirect(PhysAddr.of(directEnd));
        mapHighFramebuffer(space, directEnd, pool, info);
        for (int i = 0; i < kernel.elf().programHeaderCount(); i++) {
            ProgramHeader segment = kernel.elf().programHeader(i);
            if (segment.occupiesMemory()) {
                mapSegment(space, segment, info.kernelStart() - kernel.virtualStart());
            }
        }
        space.mapStack(KernelAddressSpace.STACK_SIZE);
        info.kernelStackTop(space.stackTop());
        info.kernelStackBottom(space.stackBottom());
        space.mapSwitch();
        return space;
    }

    private static void mapSegment(KernelAddressSpace space, ProgramHeader segment, long physicalOffset) {
        long start = segment.virtualAddress() & -RegionMap.PAGE_SIZE;
        long size = segment.lastVirtualAddress() + 1 - start;
        PhysAddr physical = PhysAddr.of(start + physicalOffset);
        space.mapSegment(VirtAddr.of(start), physical, size, segment.isWritable(), segment.isExecutable());
    }

    /** A framebuffer behind all RAM is added to the direct map: some firmware places 64-bit devices there. */
    private static void mapHighFramebuffer(KernelAddressSpace space, long directEnd, FramePool pool, BootInfo info) {
        if (info.framebufferStart() < directEnd) {
            return;
        }
        long start = info.framebufferStart() & -PageTable.LARGE_SIZE;
        long end = info.framebufferStart() + info.framebufferLength();
        long length = end - start + PageTable.LARGE_SIZE - 1 & -PageTable.LARGE_SIZE;
        VirtAddr virtual = VirtAddr.of(DirectMap.KERNEL_OFFSET + start);
        space.table().mapRange(virtual, PhysAddr.of(start), length, PageFlags.KERNEL_DATA, pool);
    }

    private void requireFreeMemory() {
        RegionMap map = firmware.memoryMap();
        map.addAll(claims);
        long free = map.total(BootInfo.USABLE);
        if (free < MIN_FREE_MEMORY) {
            String need = mebibytes(free) + " are free, the system needs " + mebibytes(MIN_FREE_MEMORY);
            throw new BootFailure("too little memory: " + need);
        }
    }

    /** Says what the kernel starts with, while the firmware can still show it. */
    private void report(BootInfo info) {
        String display = info.framebufferFormat() == BootInfo.FORMAT_NONE
                ? "no framebuffer"
                : "framebuffer " + info.framebufferWidth() + "x" + info.framebufferHeight();
        String place = "0x" + Long.toHexString(info.kernelStart());
        firmware.print("blog_os: kernel of " + kibibytes(info.kernelLength()) + " at " + place + ", initrd of "
                + kibibytes(info.initrdLength()) + ", " + display + "\n");
    }

    /** Writes the final memory map. Allocates nothing. */
    private void storeRegions(RegionMap map, BootInfo info, Address array) {
        map.addAll(claims);
        map.add(0, RegionMap.PAGE_SIZE, BootInfo.RESERVED);
        map.store(array);
        info.regionsStart(array.toLong());
        info.regionCount(map.count());
    }

    private Address allocate(long sizeBytes, int kind, String purpose) {
        Address start = firmware.allocate(sizeBytes);
        if (start.isZero()) {
            throw new BootFailure("too little memory for " + purpose + ", which needs " + kibibytes(sizeBytes));
        }
        claims.add(start.toLong(), start.toLong() + sizeBytes, kind);
        return start;
    }

    private void claim(Bytes file, int kind) {
        claims.add(file.start().toLong(), file.start().toLong() + file.length(), kind);
    }

    private static String kibibytes(long bytes) {
        return (bytes + 1023 >> 10) + " KiB";
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
