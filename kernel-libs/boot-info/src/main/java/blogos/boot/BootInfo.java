package blogos.boot;

import blogos.aot.api.Address;
import blogos.aot.api.Word;

/**
 * The record that a boot loader fills in and the kernel reads: a block of {@link #SIZE} bytes at an address, with fixed offsets. All addresses in it are
 * physical unless they say otherwise; all lengths are in bytes.
 *
 * <p>The loader enters the kernel at its ELF entry point in long mode, interrupts off, with the virtual address of this record (in the direct map) in
 * {@code rdi} and {@code rsp} at {@link #kernelStackTop()}.
 */
@Word
public final class BootInfo {
    /** "BlogOsBI" in little-endian ASCII. */
    public static final long MAGIC = 0x4942_734f_676f_6c42L;

    /** Version of this layout. */
    public static final int API_VERSION = 1;

    /** Size of the record. */
    public static final long SIZE = 256;

    /** Size of one memory region entry. */
    public static final long REGION_SIZE = 24;

    /** Region kind: free RAM. */
    public static final int USABLE = 1;

    /** Region kind: belongs to the firmware or a device. */
    public static final int RESERVED = 2;

    /** Region kind: loader code and data, this record, page tables, kernel stack. */
    public static final int BOOTLOADER = 3;

    /** Region kind: kernel image. */
    public static final int KERNEL = 4;

    /** Region kind: initial RAM disk. */
    public static final int INITRD = 5;

    /** Region kind: ACPI tables, usable after they were read. */
    public static final int ACPI_RECLAIMABLE = 6;

    /** No framebuffer. */
    public static final int FORMAT_NONE = 0;

    /** 32 bits a pixel: byte 0 red, 1 green, 2 blue. */
    public static final int FORMAT_RGBX = 1;

    /** 32 bits a pixel: byte 0 blue, 1 green, 2 red. */
    public static final int FORMAT_BGRX = 2;

    private final Address base;

    private BootInfo(Address base) {
        this.base = base;
    }

    /** The record at an address. */
    public static BootInfo at(Address base) {
        return new BootInfo(base);
    }

    /** Where the record is (virtual). */
    public Address address() {
        return base;
    }

    /** Clears the record and sets magic and version. */
    public void initialize() {
        base.fill(SIZE, (byte) 0);
        base.storeLong(0, MAGIC);
        base.storeInt(8, API_VERSION);
    }

    /** Whether magic and version are right. */
    public boolean isValid() {
        return base.loadLong(0) == MAGIC && base.loadInt(8) == API_VERSION;
    }

    /** Layout version. */
    public int apiVersion() {
        return base.loadInt(8);
    }

    /** Virtual address at which all physical memory is mapped (the direct map). */
    public long physicalMemoryOffset() {
        return base.loadLong(16);
    }

    /** Sets physicalMemoryOffset. */
    public void physicalMemoryOffset(long v) {
        base.storeLong(16, v);
    }

    /** ACPI root pointer; 0 if none. */
    public long rsdp() {
        return base.loadLong(24);
    }

    /** Sets rsdp. */
    public void rsdp(long v) {
        base.storeLong(24, v);
    }

    /** Start of the initial RAM disk; 0 if none. */
    public long initrdStart() {
        return base.loadLong(32);
    }

    /** Sets initrdStart. */
    public void initrdStart(long v) {
        base.storeLong(32, v);
    }

    /** Length of the initial RAM disk. */
    public long initrdLength() {
        return base.loadLong(40);
    }

    /** Sets initrdLength. */
    public void initrdLength(long v) {
        base.storeLong(40, v);
    }

    /** Start of the kernel ELF file kept in memory; 0 if only its segments are there. */
    public long kernelElfStart() {
        return base.loadLong(48);
    }

    /** Sets kernelElfStart. */
    public void kernelElfStart(long v) {
        base.storeLong(48, v);
    }

    /** Length of the kernel ELF file. */
    public long kernelElfLength() {
        return base.loadLong(56);
    }

    /** Sets kernelElfLength. */
    public void kernelElfLength(long v) {
        base.storeLong(56, v);
    }

    /** Start of the loaded kernel image. */
    public long kernelStart() {
        return base.loadLong(64);
    }

    /** Sets kernelStart. */
    public void kernelStart(long v) {
        base.storeLong(64, v);
    }

    /** Virtual address of the loaded kernel image. */
    public long kernelVirtualStart() {
        return base.loadLong(72);
    }

    /** Sets kernelVirtualStart. */
    public void kernelVirtualStart(long v) {
        base.storeLong(72, v);
    }

    /** Length of the loaded kernel image. */
    public long kernelLength() {
        return base.loadLong(80);
    }

    /** Sets kernelLength. */
    public void kernelLength(long v) {
        base.storeLong(80, v);
    }

    /** Kernel command line, ASCII without NUL; 0 if none. */
    public long commandLineStart() {
        return base.loadLong(88);
    }

    /** Sets commandLineStart. */
    public void commandLineStart(long v) {
        base.storeLong(88, v);
    }

    /** Length of the command line. */
    public long commandLineLength() {
        return base.loadLong(96);
    }

    /** Sets commandLineLength. */
    public void commandLineLength(long v) {
        base.storeLong(96, v);
    }

    /** Start of the framebuffer; 0 if none. */
    public long framebufferStart() {
        return base.loadLong(104);
    }

    /** Sets framebufferStart. */
    public void framebufferStart(long v) {
        base.storeLong(104, v);
    }

    /** Width in pixels. */
    public int framebufferWidth() {
        return base.loadInt(112);
    }

    /** Sets framebufferWidth. */
    public void framebufferWidth(int v) {
        base.storeInt(112, v);
    }

    /** Height in pixels. */
    public int framebufferHeight() {
        return base.loadInt(116);
    }

    /** Sets framebufferHeight. */
    public void framebufferHeight(int v) {
        base.storeInt(116, v);
    }

    /** Distance of two lines in bytes. */
    public int framebufferStride() {
        return base.loadInt(120);
    }

    /** Sets framebufferStride. */
    public void framebufferStride(int v) {
        base.storeInt(120, v);
    }

    /** One of the FORMAT constants. */
    public int framebufferFormat() {
        return base.loadInt(124);
    }

    /** Sets framebufferFormat. */
    public void framebufferFormat(int v) {
        base.storeInt(124, v);
    }

    /** Length of the framebuffer. */
    public long framebufferLength() {
        return base.loadLong(128);
    }

    /** Sets framebufferLength. */
    public void framebufferLength(long v) {
        base.storeLong(128, v);
    }

    /** Number of memory regions. */
    public int regionCount() {
        return base.loadInt(136);
    }

    /** Sets regionCount. */
    public void regionCount(int v) {
        base.storeInt(136, v);
    }

    /** Start of the region array, sorted by address, without overlaps. */
    public long regionsStart() {
        return base.loadLong(144);
    }

    /** Sets regionsStart. */
    public void regionsStart(long v) {
        base.storeLong(144, v);
    }

    /** Virtual address just above the boot stack. */
    public long kernelStackTop() {
        return base.loadLong(152);
    }

    /** Sets kernelStackTop. */
    public void kernelStackTop(long v) {
        base.storeLong(152, v);
    }

    /** Virtual address of the lowest usable byte of the boot stack; the page below is not mapped. */
    public long kernelStackBottom() {
        return base.loadLong(160);
    }

    /** Sets kernelStackBottom. */
    public void kernelStackBottom(long v) {
        base.storeLong(160, v);
    }

    /** First address of a region. {@code index} is below {@link #regionCount()}. */
    public long regionStart(int index) {
        return region(index).loadLong(0);
    }

    /** Address after a region. */
    public long regionEnd(int index) {
        return region(index).loadLong(8);
    }

    /** Kind of a region. */
    public int regionKind(int index) {
        return region(index).loadInt(16);
    }

    private Address region(int index) {
        return Address.of(physicalMemoryOffset() + regionsStart() + index * REGION_SIZE);
    }
}
