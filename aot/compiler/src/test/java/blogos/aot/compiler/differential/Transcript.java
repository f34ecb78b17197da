package blogos.aot.compiler.differential;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The standard output of a program, cut into its cases at the headings which {@link Cases#run} prints. */
final class Transcript {
    /** The name of what comes before the first heading: all the output of a program without cases. */
    static final String PREAMBLE = "output";

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    /** Cut into cases. */
    Transcript(String output) {
        this(output, Cases.HEADING);
    }

    /** Cut where lines start with a heading. */
    Transcript(String output, String heading) {
        List<String> current = new ArrayList<>();
        sections.put(PREAMBLE, current);
        for (String line : output.split("\n", -1)) {
            if (line.startsWith(heading)) {
                current = new ArrayList<>();
                sections.put(line.substring(heading.length()), current);
            } else {
                current.add(line);
            }
        }
        if (sections.get(PREAMBLE).isEmpty()) {
            sections.remove(PREAMBLE);
        }
    }

    /** The names of the cases, in the order of the output. */
    List<String> cases() {
        return List.copyOf(sections.keySet());
    }

    /** The lines of one case, or null where the output has no such case. */
    List<String> lines(String name) {
        return sections.get(name);
    }
}
