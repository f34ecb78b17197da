package blogos.runner.test;

import java.util.List;

/** Texts that a guest must print, each on a later line than the one before; other lines may stand between them. */
final class ExpectedLines {
    private static final int SHOWN_LINES = 25;

    private final List<String> texts;

    ExpectedLines(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** The last text. */
    String last() {
        return texts.get(texts.size() - 1);
    }

    /** What is wrong with the lines: the first text that is missing, and what was seen instead; empty if nothing is. */
    String problem(List<String> lines) {
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            int found = find(lines, texts.get(i), next);
            if (found < 0) {
                String after = i == 0 ? "" : " after '" + texts.get(i - 1) + "'";
                List<String> seen = lines.subList(Math.max(next, lines.size() - SHOWN_LINES), lines.size());
                return "expected a line with '" + texts.get(i) + "'" + after + "; seen:\n  "
                        + String.join("\n  ", seen);
            }
            next = found + 1;
        }
        return "";
    }

    private static int find(List<String> lines, String text, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }
}
