package blogos.bootloader.uefi;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.bootloader.BootFailure;
import blogos.bootloader.Firmware;
import blogos.bootloader.Framebuffer;
import blogos.bootloader.Loader;
import blogos.bootloader.RegionMap;
import blogos.hal.Cpu;

/** The services of UEFI firmware as {@link Loader} wants them. */
final class UefiFirmware implements Firmware {
    /**
     * Bytes of the memory map that may come into being between its first reading and the last: the loader's own
     * allocations split regions.
     */
    private static final long MAP_GROWTH = 8192;

    /** How often the firmware may change the memory map between telling it and being left. */
    private static final int LEAVE_ATTEMPTS = 8;

    private final long imageHandle;
    private final SystemTable table;
    private final BootServices services;
    private final FileHandle root;
    private final MemoryMapBuffer mapBuffer;
    private final RegionMap map = new RegionMap(Loader.MAX_REGIONS);

    /** The firmware that started the image with this handle. */
    UefiFirmware(long imageHandle, SystemTable table) {
        this.imageHandle = imageHandle;
        this.table = table;
        this.services = table.bootServices();
        this.root = Volume.on(LoadedImage.of(imageHandle, services).deviceHandle(), services)
                .openRoot();
        this.mapBuffer = allocateMapBuffer();
    }

    @Override
    public void print(String text) {
        Console.print(text);
    }

    @Override
    public Bytes readFile(String name) {
        FileHandle file = root.open(name);
        if (!file.exists()) {
            return null;
        }
        long size = file.size(name);
        Address memory = allocate(Math.max(size, 1));
        if (memory.isZero()) {
            throw new BootFailure("too little memory for the " + (size >> 10) + " KiB of " + name);
        }
        file.read(name, memory, size);
        file.close();
        return Bytes.of(memory, size);
    }

    @Override
    public Address allocate(long sizeBytes) {
        return UefiRuntime.allocate(sizeBytes);
    }

    @Override
    public boolean allocateAt(Address start, long sizeBytes) {
        if (!services.allocatePagesAt(start, sizeBytes)) {
            return false;
        }
        start.fill(sizeBytes, (byte) 0);
        return true;
    }

    @Override
    public Framebuffer framebuffer() {
        GraphicsOutput output = GraphicsOutput.first(services);
        return output.exists() ? output.framebuffer(services) : null;
    }

    @Override
    public long rsdp() {
        Address newer = table.configurationTable(Guid.ACPI_20_TABLE);
        return newer.isZero() ? table.configurationTable(Guid.ACPI_10_TABLE).toLong() : newer.toLong();
    }

    @Override
    public RegionMap memoryMap() {
        Status.check(services.getMemoryMap(mapBuffer), "read the memory map");
        mapBuffer.translate(map);
        return map;
    }

    @Override
    public RegionMap leave() {
        for (int attempt = 0; attempt < LEAVE_ATTEMPTS; attempt++) {
            Status.check(services.getMemoryMap(mapBuffer), "read the memory map");
            long status = services.exitBootServices(imageHandle, mapBuffer.key());
            if (status == Status.SUCCESS) {
                Cpu.disableInterrupts();
                UefiRuntime.leave();
                Console.leaveFirmware();
                mapBuffer.translate(map);
                return map;
            }
            if (status != Status.INVALID_PARAMETER) {
                Status.check(status, "leave the firmware");
            }
        }
        throw new BootFailure("the firmware changes its memory map all the time");
    }

    private MemoryMapBuffer allocateMapBuffer() {
        MemoryMapBuffer empty = new MemoryMapBuffer(Address.zero(), 0);
        long status = services.getMemoryMap(empty);
        if (status != Status.BUFFER_TOO_SMALL) {
            Status.check(status, "measure the memory map");
        }
        long capacity = empty.sizeBytes() + MAP_GROWTH;
        Address memory = allocate(capacity);
        if (memory.isZero()) {
            throw new BootFailure("too little memory for the memory map");
        }
        return new MemoryMapBuffer(memory, capacity);
    }
}
