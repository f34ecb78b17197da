package blogos.hal;

/** What the CPU can do (Intel SDM volume 2A, CPUID) and which of its protections are on. */
public final class CpuFeatures {
    private static final int EXTENDED_LEAVES = 0x8000_0000;
    private static final int EXTENDED_FEATURES = 0x8000_0001;

    private static final int POWER_FEATURES = 0x8000_0007;

    private static boolean smapOn;

    private CpuFeatures() {}

    /** Why this CPU cannot run the kernel, or null. */
    public static String missing() {
        if (Integer.compareUnsigned(Cpu.cpuidEax(EXTENDED_LEAVES, 0), EXTENDED_FEATURES) < 0) {
            return "the CPU has no extended features";
        }
        int features = Cpu.cpuidEdx(EXTENDED_FEATURES, 0);
        if (!has(features, 29)) {
            return "the CPU has no 64-bit mode";
        }
        if (!has(features, 20)) {
            return "the CPU has no no-execute pages";
        }
        return hasFsGsBase() ? null : "the CPU has no instructions for the bases of fs and gs";
    }

    /** Whether page table entries can have the global bit. */
    public static boolean hasGlobalPages() {
        return has(Cpu.cpuidEdx(1, 0), 13);
    }

    /** Whether there is a local APIC. */
    public static boolean hasLocalApic() {
        return has(Cpu.cpuidEdx(1, 0), 9);
    }

    /**
     * Whether the time-stamp counter goes at one rate whatever the CPU does. A hypervisor sees to that without saying so.
     */
    public static boolean hasSteadyTimestamp() {
        boolean invariant = Integer.compareUnsigned(Cpu.cpuidEax(EXTENDED_LEAVES, 0), POWER_FEATURES) >= 0
                && has(Cpu.cpuidEdx(POWER_FEATURES, 0), 8);
        boolean underHypervisor = has(Cpu.cpuidEcx(1, 0), 31);
        return has(Cpu.cpuidEdx(1, 0), 4) && (invariant || underHypervisor);
    }

    /** Supervisor-mode execution prevention. */
    public static boolean hasSmep() {
        return has(structured(), 7);
    }

    /** Supervisor-mode access prevention. */
    public static boolean hasSmap() {
        return has(structured(), 20);
    }

    /** User-mode instruction prevention. */
    public static boolean hasUmip() {
        return maximumLeaf() >= 7 && has(Cpu.cpuidEcx(7, 0), 2);
    }

    /** Instructions for the bases of fs and gs, which programs use, and task switches. */
    private static boolean hasFsGsBase() {
        return has(structured(), 0);
    }

    /**
     * Turns on every protection that the CPU has (SMEP, SMAP, UMIP), and the instructions for the bases of fs and gs.
     */
    public static void enable() {
        long cr4 = Cpu.readCr4() | Cpu.CR4_FSGSBASE;
        if (hasSmep()) {
            cr4 |= Cpu.CR4_SMEP;
        }
        if (hasUmip()) {
            cr4 |= Cpu.CR4_UMIP;
        }
        if (hasSmap()) {
            cr4 |= Cpu.CR4_SMAP;
        }
        Cpu.writeCr4(cr4);
        smapOn = hasSmap();
    }

    /** Whether SMAP is on. */
    static boolean isSmapOn() {
        return smapOn;
    }

    private static int structured() {
        return maximumLeaf() >= 7 ? Cpu.cpuidEbx(7, 0) : 0;
    }

    private static int maximumLeaf() {
        return Cpu.cpuidEax(0, 0);
    }

    private static boolean has(int register, int bit) {
        return (register >>> bit & 1) != 0;
    }
}
