package blogos.hal.boot;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.EarlyOutput;
import blogos.hal.FrameSource;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.PhysAddr;
import blogos.hal.RuntimeSupport;

/**
 * The boot loader inside the kernel image for the PVH protocol: turns the hypervisor's start information into a
 * {@link BootInfo}, builds the final address space, and enters the kernel as any other loader does.
 *
 * <p>Layout of the start information: Xen, {@code public/arch-x86/hvm/start_info.h}. It lies in low memory, is copied
 * first, and not trusted beyond its magic number.
 */
final class PvhLoader {
    private static final int MAGIC = 0x336e_c578;
    private static final int VERSION = 4;
    private static final int MODULE_COUNT = 12;
    private static final int MODULES = 16;
    private static final int COMMAND_LINE = 24;
    private static final int RSDP = 32;
    private static final int MEMORY_MAP = 40;
    private static final int MEMORY_MAP_COUNT = 48;
    private static final int MEMORY_MAP_ENTRY_SIZE = 24;

    /** Entry type of the memory map: free memory (ACPI specification, table 15.374, "address range types"). */
    private static final int TYPE_RAM = 1;

    /** Entry type of the memory map: ACPI tables. */
    private static final int TYPE_ACPI = 3;

    private static final int LONGEST_COMMAND_LINE = 4096;

    private PvhLoader() {}

    @NoPoll
    private static void load(long startInfo) {
        DirectMap.initialize(DirectMap.KERNEL_OFFSET);
        RuntimeSupport.start();
        try {
            loadFrom(DirectMap.at(PhysAddr.of(startInfo)));
        } catch (OutOfFramesException e) {
            EarlyOutput.fail("too little memory");
        }
    }

    private static void loadFrom(Address startInfo) {
        if (startInfo.loadInt() != MAGIC || startInfo.loadInt(VERSION) < 1) {
            EarlyOutput.fail("no PVH start information with a memory map");
        }
        LoadedImage image = LoadedImage.running();
        MemoryMap map = new MemoryMap();
        PhysAddr end = readMemoryMap(startInfo, map);
        map.claim(image.start().toLong(), image.end().toLong(), BootInfo.KERNEL);
        long initrd = 0;
        long initrdLength = 0;
        if (startInfo.loadInt(MODULE_COUNT) > 0) {
            Address module = DirectMap.at(PhysAddr.of(startInfo.loadLong(MODULES)));
            initrd = module.loadLong();
            initrdLength = module.loadLong(8);
            map.claim(initrd, initrd + initrdLength, BootInfo.INITRD);
        }
        LoaderFrames frames = LoaderFrames.behind(map, image.end());

        PageFrame record = frames.allocateFrame();
        DirectMap.clear(record);
        BootInfo info = BootInfo.at(DirectMap.at(record.start()));
        info.initialize();
        info.physicalMemoryOffset(DirectMap.KERNEL_OFFSET);
        info.rsdp(startInfo.loadLong(RSDP));
        info.initrdStart(initrd);
        info.initrdLength(initrdLength);
        info.kernelElfStart(image.start().toLong());
        info.kernelElfLength(image.length());
        info.kernelStart(image.start().toLong());
        info.kernelVirtualStart(image.virtualStart().toLong());
        info.kernelLength(image.length());
        copyCommandLine(info, startInfo.loadLong(COMMAND_LINE), frames);

        KernelAddressSpace space = KernelAddressSpace.create(frames);
        space.mapDirect(end);
        image.mapSegments(space);
        space.mapStack(KernelAddressSpace.STACK_SIZE);
        info.kernelStackTop(space.stackTop());
        info.kernelStackBottom(space.stackBottom());

        PageFrame regions = frames.allocateFrame();
        map.claim(frames.start().toLong(), frames.end().toLong(), BootInfo.BOOTLOADER);
        info.regionsStart(regions.start().toLong());
        info.regionCount(map.write(DirectMap.at(regions.start()), (int) (PageFrame.SIZE / BootInfo.REGION_SIZE)));
        KernelAddressSpace.enableFeatures();
        space.enter(image.entry(), record.start());
    }

    /**
     * Copies the map's entries. Answers the end of the memory that the kernel may want to reach: RAM and ACPI tables.
     */
    private static PhysAddr readMemoryMap(Address startInfo, MemoryMap map) {
        long end = 0;
        Address entries = DirectMap.at(PhysAddr.of(startInfo.loadLong(MEMORY_MAP)));
        for (int i = 0; i < startInfo.loadInt(MEMORY_MAP_COUNT); i++) {
            Address entry = entries.plus((long) i * MEMORY_MAP_ENTRY_SIZE);
            long first = entry.loadLong();
            long last = first + entry.loadLong(8);
            int type = entry.loadInt(16);
            map.add(
                    first,
                    last,
                    type == TYPE_RAM
                            ? BootInfo.USABLE
                            : type == TYPE_ACPI ? BootInfo.ACPI_RECLAIMABLE : BootInfo.RESERVED);
            if (type == TYPE_RAM || type == TYPE_ACPI) {
                end = Math.max(end, last);
            }
        }
        return PhysAddr.of(end);
    }

    private static void copyCommandLine(BootInfo info, long text, FrameSource frames) {
        if (text == 0) {
            return;
        }
        Address source = DirectMap.at(PhysAddr.of(text));
        PageFrame frame = frames.allocateFrame();
        Address copy = DirectMap.at(frame.start());
        int length = 0;
        while (length < LONGEST_COMMAND_LINE && source.loadByte(length) != 0) {
            copy.storeByte(length, source.loadByte(length));
            length++;
        }
        info.commandLineStart(frame.start().toLong());
        info.commandLineLength(length);
    }
}
