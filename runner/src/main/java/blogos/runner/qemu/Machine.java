package blogos.runner.qemu;

import blogos.runner.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The virtual machine.
 *
 * @param memoryMib RAM in MiB, at least 16
 * @param cpus number of CPUs, 1 to 255
 * @param accelerator what executes the guest's instructions
 */
public record Machine(int memoryMib, int cpus, Accelerator accelerator) {
    /** RAM unless something else is asked for, in MiB. */
    public static final int DEFAULT_MEMORY_MIB = 512;

    private static final int MIN_MEMORY_MIB = 16;
    private static final int MAX_MEMORY_MIB = 1 << 20;
    private static final int MAX_CPUS = 255;
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,7})([MG]?)");

    /** What tests use: one CPU, the default memory, TCG. */
    public static final Machine DEFAULT = new Machine(DEFAULT_MEMORY_MIB, 1, Accelerator.TCG);

    /** Checks the ranges. */
    public Machine {
        if (memoryMib < MIN_MEMORY_MIB || memoryMib > MAX_MEMORY_MIB) {
            throw UserError.usage("--memory must be from " + MIN_MEMORY_MIB + "M to " + MAX_MEMORY_MIB / 1024 + "G");
        }
        if (cpus < 1 || cpus > MAX_CPUS) {
            throw UserError.usage("--cpus must be from 1 to " + MAX_CPUS);
        }
    }

    /** An amount of memory like {@code 512M}, {@code 2G} or {@code 512} (MiB), in MiB. */
    public static int parseMemory(String text) {
        Matcher matcher = MEMORY.matcher(text);
        if (!matcher.matches()) {
            throw UserError.usage("--memory takes an amount like 512M or 2G, not '" + text + "'");
        }
        int amount = Integer.parseInt(matcher.group(1));
        boolean gibibytes = matcher.group(2).equals("G");
        return gibibytes ? (int) Math.min(amount * 1024L, Integer.MAX_VALUE) : amount;
    }
}
