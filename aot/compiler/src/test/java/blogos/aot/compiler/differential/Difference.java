package blogos.aot.compiler.differential;

import java.util.List;
import java.util.Optional;

/** Finds where two texts part, and says it so that a reader sees the cause. */
final class Difference {
    private static final int CONTEXT = 2;
    private static final int AFTER = 3;

    private Difference() {}

    /** Nothing when the lines are equal; otherwise the first difference with the lines around it. */
    static Optional<String> between(List<String> expected, List<String> actual) {
        int common = 0;
        int shorter = Math.min(expected.size(), actual.size());
        while (common < shorter && expected.get(common).equals(actual.get(common))) {
            common++;
        }
        if (common == expected.size() && common == actual.size()) {
            return Optional.empty();
        }
        StringBuilder report = new StringBuilder("first difference at line ")
                .append(common + 1)
                .append(" of ")
                .append(expected.size())
                .append(":\n");
        for (int i = Math.max(0, common - CONTEXT); i < common; i++) {
            report.append("           ").append(expected.get(i)).append('\n');
        }
        append(report, "HotSpot  | ", expected, common);
        append(report, "blog_os  | ", actual, common);
        return Optional.of(report.toString());
    }

    private static void append(StringBuilder report, String side, List<String> lines, int from) {
        int end = Math.min(lines.size(), from + AFTER);
        for (int i = from; i < end; i++) {
            report.append(side).append(lines.get(i)).append('\n');
        }
        if (from >= lines.size()) {
            report.append(side).append("(ends here)\n");
        }
    }
}
