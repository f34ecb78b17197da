package blogos.bootloader;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;

/**
 * What {@link Loader} asks of the firmware under it. While it runs, memory is mapped where it is: a physical address is
 * also the address to use.
 *
 * <p>Calls may throw {@link BootFailure}. After {@link #leave} only {@link #print} may still be called.
 */
public interface Firmware {
    /** Shows ASCII text to the user. Lines end with {@code \n}. */
    void print(String text);

    /**
     * Reads a whole file of the volume that the loader was started from.
     *
     * @param name name of the file in the root directory
     * @return its contents, starting at a page of memory that is theirs alone; null if there is no such file
     */
    Bytes readFile(String name);

    /**
     * Memory below 4 GiB for as long as the system runs: page-aligned, zeroed, at least so many bytes; address 0 if
     * there is none.
     */
    Address allocate(long sizeBytes);

    /** Like {@link #allocate}, at a page-aligned address; whether that memory was free. */
    boolean allocateAt(Address start, long sizeBytes);

    /** A framebuffer in the mode that suits the system best; null if there is none that it can use. */
    Framebuffer framebuffer();

    /** Physical address of the ACPI root pointer structure (RSDP); 0 if there is none. */
    long rsdp();

    /**
     * The map of memory as it is now, with room for a few additions; valid until the next call. What the loader has
     * allocated counts as free.
     */
    RegionMap memoryMap();

    /**
     * Ends the firmware's hold on the machine and turns interrupts off. From here on nothing may be allocated.
     *
     * @return the map of memory as it is when the kernel starts. What the loader has allocated counts as free.
     */
    RegionMap leave();
}
