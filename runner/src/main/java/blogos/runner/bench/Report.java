package blogos.runner.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables of figures, as text for people and as JSON for machines. */
final class Report {
    /**
     * A line of a table.
     *
     * @param values one for each column; NaN where there is none
     */
    private record Row(String name, double[] values) {}

    /** A table while rows are added. */
    static final class Table {
        private final String title;
        private final String[] columns;
        private final List<Row> rows = new ArrayList<>();

        private Table(String title, String... columns) {
            this.title = title;
            this.columns = columns;
        }

        void row(String name, double... values) {
            rows.add(new Row(name, values));
        }

        /** Geometric mean of a column. */
        double mean(int column) {
            double sum = 0;
            for (Row row : rows) {
                sum += Math.log(row.values[column]);
            }
            return Math.exp(sum / rows.size());
        }
    }

    private final List<Table> tables = new ArrayList<>();
    private int printed;

    /** Adds a table; the first column are the rows' names. */
    Table table(String title, String... columns) {
        Table table = new Table(title, columns);
        tables.add(table);
        return table;
    }

    /** Prints the tables that have not been printed. */
    void printNew(PrintStream out) {
        for (; printed < tables.size(); printed++) {
            Table table = tables.get(printed);
            out.println(table.title);
            out.printf("  %-28s", "");
            for (String column : table.columns) {
                out.printf("%16s", column);
            }
            out.println();
            for (Row row : table.rows) {
                out.printf("  %-28s", row.name);
                for (double value : row.values) {
                    out.printf("%16s", Double.isNaN(value) ? "-" : show(value));
                }
                out.println();
            }
            out.println();
        }
    }

    private static String show(double value) {
        boolean isWhole = value == Math.rint(value) || Math.abs(value) >= 10_000;
        return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%.2f", value);
    }

    void writeJson(Path file) throws IOException {
        StringBuilder text = new StringBuilder("[");
        String separator = "";
        for (Table table : tables) {
            for (Row row : table.rows) {
                for (int i = 0; i < row.values.length; i++) {
                    if (!Double.isNaN(row.values[i])) {
                        text.append(separator).append(String.format(Locale.ROOT,
                                "\n  {\"table\": \"%s\", \"row\": \"%s\", \"column\": \"%s\", \"value\": %s}",
                                table.title, row.name, table.columns[i], row.values[i]));
                        separator = ",";
                    }
                }
            }
        }
        Files.writeString(file, text.append("\n]\n"));
    }
}
