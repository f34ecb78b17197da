package blogos.runner.test;

import blogos.aot.cases.AllCases;
import blogos.aot.cases.Cases;
import blogos.aot.cases.GuestCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link GuestCases} printed, by case. Whatever stands before a mark in its line, such as the heading of a log, and
 * lines without a mark are not part of it.
 */
final class CaseTranscript {
    private final Map<String, List<String>> cases = new LinkedHashMap<>();
    private final StringBuilder line = new StringBuilder();
    private String program = "";
    private List<String> current = new ArrayList<>();
    private boolean complete;

    /** Reads an output, line by line. */
    CaseTranscript(List<String> output) {
        for (String text : output) {
            int end = text.indexOf(GuestCases.LINE);
            int piece = text.indexOf(GuestCases.PIECE);
            if (piece >= 0 && (end < 0 || piece < end)) {
                line.append(text.substring(piece + GuestCases.PIECE.length()));
            } else if (end >= 0) {
                line.append(text.substring(end + GuestCases.LINE.length()));
                add(line.toString());
                line.setLength(0);
            }
        }
    }

    private void add(String text) {
        if (text.startsWith(Cases.HEADING)) {
            current = new ArrayList<>();
            cases.put(program + "/" + text.substring(Cases.HEADING.length()), current);
        } else if (text.startsWith(AllCases.HEADING)) {
            program = text.substring(AllCases.HEADING.length());
            complete = program.equals(AllCases.END);
            current = new ArrayList<>();
        } else {
            current.add(text);
        }
    }

    /** From cases, as program and name, to their lines. */
    Map<String, List<String>> cases() {
        return cases;
    }

    /** Whether the end of all cases was reached. */
    boolean isComplete() {
        return complete;
    }

    /** One result for each case of what HotSpot printed. */
    List<TestResult> compare(CaseTranscript actual, String where, String ending) {
        List<TestResult> results = new ArrayList<>();
        for (Map.Entry<String, List<String>> expected : cases.entrySet()) {
            String name = where + ": " + expected.getKey();
            List<String> lines = actual.cases.get(expected.getKey());
            if (lines == null) {
                results.add(TestResult.failed(name, "not reached; the guest " + ending));
            } else if (lines.equals(expected.getValue())) {
                results.add(TestResult.passed(name));
            } else {
                results.add(TestResult.failed(name, difference(expected.getValue(), lines)));
            }
        }
        if (!actual.complete) {
            results.add(TestResult.failed(where + ": end", "not all cases ran; the guest " + ending));
        }
        return results;
    }

    private static String difference(List<String> expected, List<String> actual) {
        int at = 0;
        while (at < expected.size() && at < actual.size() && expected.get(at).equals(actual.get(at))) {
            at++;
        }
        return "line " + (at + 1) + "\n  HotSpot: " + line(expected, at) + "\n  blog_os: " + line(actual, at);
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(ends here)";
    }
}
