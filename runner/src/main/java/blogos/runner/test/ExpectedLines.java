package blogos.runner.test;

import java.util.List;

/**
 * Texts that a guest must print, each on a later line than the one before, with any other lines between them; and a
 * text that it must not print.
 */
final class ExpectedLines {
    private static final int SHOWN_LINES = 25;

    private final List<String> texts;
    private final String forbidden;

    ExpectedLines(String... texts) {
        this(null, texts);
    }

    private ExpectedLines(String forbidden, String... texts) {
        this.forbidden = forbidden;
        this.texts = List.of(texts);
    }

    /** The same texts; no line may contain {@code text}. */
    ExpectedLines without(String text) {
        return new ExpectedLines(text, texts.toArray(String[]::new));
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
        int wrong = forbidden == null ? -1 : find(lines, forbidden, 0);
        return wrong < 0 ? "" : "expected no line with '" + forbidden + "'; seen:\n  " + lines.get(wrong);
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
