package blogos.runner.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one process printed about the kernels it ran, and about single costs.
 *
 * @param milliseconds steady time by the kernel's name
 * @param checks checksum by the kernel's name
 * @param costs value by the cost's name
 */
record KernelRun(Map<String, Double> milliseconds, Map<String, String> checks, Map<String, Long> costs) {
    /** The kernels, in the order of the table. */
    static final List<String> NAMES = List.of(
            "nbody", "fannkuch", "spectral", "bintrees", "hashmap", "strbuild", "sieve", "sha256", "quicksort", "sortlib", "vdispatch");

    private static final Pattern KERNEL = Pattern.compile("K (\\w+) +first_ms \\S+ steady_ms (\\S+) .*check (-?\\d+)");
    private static final Pattern COST = Pattern.compile("C (\\S+) (-?\\d+) .*");

    /** Reads the lines; firmware may have left something before the first one. */
    static KernelRun parse(List<String> lines) {
        KernelRun run = new KernelRun(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (String line : lines) {
            Matcher kernel = KERNEL.matcher(line);
            Matcher cost = COST.matcher(line);
            if (kernel.find()) {
                run.milliseconds.put(kernel.group(1), Double.valueOf(kernel.group(2)));
                run.checks.put(kernel.group(1), kernel.group(3));
            } else if (cost.matches()) {
                run.costs.put(cost.group(1), Long.valueOf(cost.group(2)));
            }
        }
        return run;
    }
}
