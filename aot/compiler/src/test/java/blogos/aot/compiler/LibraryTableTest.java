package blogos.aot.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.ClassSource;
import blogos.aot.compiler.model.Cuts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of the manual that says what of the library works: classes in its second column are there and a case of the
 * differential suite uses them, those in its third are refused.
 */
class LibraryTableTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern NAME = Pattern.compile("`(\\.?[A-Za-z][A-Za-z0-9.]*)`");

    private final Cuts cuts = Cuts.read(new ClassPool(new ClassSource(Sources.runtime()), "linux"));

    /** A row: its packages, and the classes of its columns by their simple names. */
    private record Row(List<String> packages, List<String> working, List<String> refused) {}

    private static List<Row> rows() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/java-base.adoc"));
        text = text.substring(text.indexOf("== What works and what does not"));
        text = text.substring(text.indexOf("| Package |"));
        text = text.substring(text.indexOf("\n\n"), text.indexOf("\n|==="));
        List<Row> rows = new ArrayList<>();
        for (String row : text.strip().split("\n\n")) {
            String[] cells = row.split("\\|", -1);
            assertEquals(4, cells.length, row);
            List<String> packages = new ArrayList<>();
            for (String name : names(cells[1])) {
                packages.add((name.startsWith(".") ? packages.get(0).replaceFirst("\\.(jar|zip|atomic|charset)$", "") + name : name));
            }
            rows.add(new Row(packages, names(cells[2]), names(cells[3])));
        }
        return rows;
    }

    private static List<String> names(String cell) {
        Matcher matcher = NAME.matcher(cell);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toList());
    }

    /** The internal name of a class in one of a row's packages; null for what is no class, such as a method. */
    private static String find(Row row, String simpleName) {
        for (String name : row.packages()) {
            String internal = name.replace('.', '/') + "/" + simpleName;
            if (Object.class.getResource("/" + internal + ".class") != null || exists(internal.replace('/', '.'))) {
                return internal;
            }
        }
        return null;
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void whatWorksIsThereAndUsedByACase() throws IOException {
        String cases;
        try (Stream<Path> files = Files.walk(ROOT.resolve("aot/cases/src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
                all.append(Files.readString(file));
            }
            cases = all.toString();
        }
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Row row : rows()) {
            for (String name : row.working()) {
                String internal = find(row, name);
                if (internal == null) {
                    continue;
                }
                checked++;
                if (cuts.isAbsent(internal)) {
                    wrong.add(internal + " is absent");
                }
                if (!Pattern.compile("\\b" + name + "\\b").matcher(cases).find()) {
                    wrong.add(internal + " is in no case");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(checked > 100, "classes checked: " + checked);
    }

    @Test
    void whatIsRefusedIsAbsent() throws IOException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Row row : rows()) {
            for (String name : row.refused()) {
                String internal = find(row, name);
                if (internal != null) {
                    checked++;
                    if (!cuts.isAbsent(internal)) {
                        wrong.add(internal);
                    }
                } else if (!name.contains(".")) {
                    wrong.add(name + " does not exist");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(checked > 30, "classes checked: " + checked);
    }
}
