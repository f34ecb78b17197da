package blogos.hal;

import blogos.aot.api.Address;
import blogos.aot.api.Tls;

/**
 * The global descriptor table (Intel SDM volume 3A, sections 3.4.5 and 7.2.3): flat code and data segments for both
 * privilege levels in the order that SYSRET wants, and the task state segment.
 */
public final class Gdt {
    /** Selector of kernel code. */
    public static final int KERNEL_CODE = 0x08;

    /** Selector of kernel data. */
    public static final int KERNEL_DATA = 0x10;

    /** Selector of program data, with privilege 3. */
    public static final int USER_DATA = 0x18 | 3;

    /** Selector of program code, with privilege 3. */
    public static final int USER_CODE = 0x20 | 3;

    private static final int TASK_STATE = 0x28;
    private static final int SIZE = 0x38;

    /** Where the 10-byte operand of LGDT lies behind the table. */
    private static final int DESCRIPTOR = 64;

    /** Accessed, read-write data, present. */
    private static final long DATA = 0x0000_9300_0000_0000L;

    /** Accessed, readable code, present, 64-bit. */
    private static final long CODE = 0x0020_9b00_0000_0000L;

    /** Available 64-bit TSS, present. */
    private static final long AVAILABLE_TSS = 0x0000_8900_0000_0000L;

    private static final long PRIVILEGE_3 = 3L << 45;

    private Gdt() {}

    /**
     * Builds the table, loads it, reloads the segment registers, and loads the task register. The stacks for faults are
     * the static ones at first.
     */
    public static void load() {
        Address table = StaticMemory.descriptorTables();
        table.storeLong(0, 0);
        table.storeLong(KERNEL_CODE, CODE);
        table.storeLong(KERNEL_DATA, DATA);
        table.storeLong(USER_DATA & ~3, DATA | PRIVILEGE_3);
        table.storeLong(USER_CODE & ~3, CODE | PRIVILEGE_3);
        Address tss = Tss.initialize();
        long base = tss.toLong();
        Tls.storeLong(PerCpu.TASK_STATE, base);
        table.storeLong(
                TASK_STATE, AVAILABLE_TSS | Tss.SIZE - 1 | (base & 0xff_ffff) << 16 | (base >>> 24 & 0xff) << 56);
        table.storeLong(TASK_STATE + 8, base >>> 32);
        table.storeShort(DESCRIPTOR, (short) (SIZE - 1));
        table.storeLong(DESCRIPTOR + 2, table.toLong());
        Cpu.loadGdt(table.plus(DESCRIPTOR));
        Cpu.reloadSegments(KERNEL_CODE, KERNEL_DATA);
        Cpu.loadTaskRegister(TASK_STATE);
    }
}
