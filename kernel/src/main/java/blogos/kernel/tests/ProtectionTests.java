package blogos.kernel.tests;

import blogos.hal.Cpu;
import blogos.hal.CpuFeatures;
import blogos.hal.DirectMap;
import blogos.hal.KernelImage;
import blogos.hal.PageFlags;
import blogos.hal.PageTable;
import blogos.hal.VirtAddr;
import blogos.kernel.KernelInfo;
import blogos.kernel.memory.PageTables;
import java.util.ArrayList;
import java.util.List;

/** What the kernel's own pages permit, and which protections the CPU enforces. */
final class ProtectionTests {
    private static int violations;
    private static int mappings;

    private ProtectionTests() {}

    static void addTo(TestList tests) {
        tests.add("no page is both writable and executable", ProtectionTests::writeXorExecute);
        tests.add("code is not writable through any other page", ProtectionTests::aliases);
        tests.add("no kernel page is open to programs", ProtectionTests::noUserPages);
        tests.add("code is read-only and executable", ProtectionTests::code);
        tests.add("the direct map is not executable", ProtectionTests::directMap);
        tests.add("the heap is not executable", ProtectionTests::heap);
        tests.add("the lower half is empty", ProtectionTests::lowerHalf);
        tests.add("the CPU's protections are on", ProtectionTests::controlRegisters);
    }

    private static PageTables tables() {
        return KernelInfo.get().alloc().pageTables();
    }

    private static int count(long first, long last, PageTables.RangeVisitor visitor) {
        violations = 0;
        tables().forEachRange(VirtAddr.of(first), VirtAddr.of(last), visitor);
        return violations;
    }

    private static void writeXorExecute() {
        int found = count(VirtAddr.KERNEL_START, -1, (start, end, flags) -> {
            if ((flags & PageFlags.WRITABLE) != 0 && (flags & PageFlags.NO_EXECUTE) == 0) {
                violations++;
            }
        });
        Check.equal(0, found, "the number of ranges that are both");
    }

    /** Every frame that is executable somewhere, against every page that is writable. */
    private static void aliases() {
        PageTable table = tables().table();
        List<long[]> code = new ArrayList<>();
        VirtAddr first = VirtAddr.of(VirtAddr.KERNEL_START);
        table.forEachMapping(first, VirtAddr.of(-1), (page, size, target, flags) -> {
            if ((flags & PageFlags.NO_EXECUTE) == 0) {
                addRange(code, target.toLong(), size);
            }
        });
        Check.isTrue(!code.isEmpty(), "code is found");
        violations = 0;
        mappings = 0;
        table.forEachMapping(first, VirtAddr.of(-1), (page, size, target, flags) -> {
            mappings++;
            if ((flags & PageFlags.WRITABLE) != 0) {
                for (long[] range : code) {
                    violations += target.toLong() < range[1] && range[0] < target.toLong() + size ? 1 : 0;
                }
            }
        });
        Check.isTrue(mappings > 2048, "the direct map is among what was looked at");
        Check.equal(0, violations, "the number of writable pages with code");
        VirtAddr alias = DirectMap.virtual(table.translate(KernelImage.textStart()));
        Check.equal(0, table.entry(alias) & PageFlags.WRITABLE, "the right to write code through the direct map");
    }

    private static void addRange(List<long[]> ranges, long start, long size) {
        long[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && last[1] == start) {
            last[1] += size;
        } else {
            ranges.add(new long[] {start, start + size});
        }
    }

    private static void noUserPages() {
        int found = count(VirtAddr.KERNEL_START, -1, (start, end, flags) -> {
            if ((flags & PageFlags.USER) != 0) {
                violations++;
            }
        });
        Check.equal(0, found, "the number of ranges that are open");
    }

    private static void code() {
        PageTable table = tables().table();
        for (VirtAddr page = KernelImage.textStart(); page.isBelow(KernelImage.textEnd()); page = page.plus(4096)) {
            long entry = table.entry(page);
            Check.isTrue(
                    (entry & (PageFlags.PRESENT | PageFlags.WRITABLE | PageFlags.NO_EXECUTE)) == PageFlags.PRESENT,
                    "page 0x" + Long.toHexString(page.toLong()) + " is code");
        }
        Check.isTrue((table.entry(KernelImage.start()) & PageFlags.NO_EXECUTE) != 0, "constants are not executable");
    }

    private static void directMap() {
        long entry = tables().table().entry(VirtAddr.of(DirectMap.KERNEL_OFFSET));
        Check.isTrue((entry & PageFlags.NO_EXECUTE) != 0, "the first page is not executable");
    }

    /** A chunk as large as this comes from fresh pages. */
    private static void heap() {
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 1;
        mappings = 0;
        long first = VirtAddr.KERNEL_START | 1L << 39;
        count(first, KernelImage.start().toLong() - 1, (start, end, flags) -> {
            mappings++;
            if ((flags & PageFlags.NO_EXECUTE) == 0) {
                violations++;
            }
        });
        Check.isTrue(mappings > 0, "something is mapped between direct map and image");
        Check.equal(0, violations, "the number of executable ranges there");
    }

    private static void lowerHalf() {
        int found = count(0, VirtAddr.USER_END, (start, end, flags) -> violations++);
        Check.equal(0, found, "the number of mapped ranges");
    }

    private static void controlRegisters() {
        Check.isTrue((Cpu.readCr0() & Cpu.CR0_WP) != 0, "write protection is on");
        Check.isTrue((Cpu.readMsr(Cpu.MSR_EFER) & Cpu.EFER_NXE) != 0, "no-execute pages are on");
        checkBit(CpuFeatures.hasSmep(), Cpu.CR4_SMEP, "SMEP");
        checkBit(CpuFeatures.hasSmap(), Cpu.CR4_SMAP, "SMAP");
        checkBit(CpuFeatures.hasUmip(), Cpu.CR4_UMIP, "UMIP");
    }

    private static void checkBit(boolean expected, long bit, String name) {
        Check.isTrue(((Cpu.readCr4() & bit) != 0) == expected, name + " is on if the CPU has it");
    }
}
