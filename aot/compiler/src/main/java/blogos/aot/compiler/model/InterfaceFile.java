package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The text of a {@link HostInterface}. A line has a keyword and words; what belongs to a class is indented below it:
 *
 * <pre>
 * blog_os interface 1
 * target linux
 * jdk 17.0.9+9
 * class java/util/ArrayList ready 24 java/util/AbstractList java/util/List ...
 *   field elementData:[Ljava/lang/Object; 16
 *   static DEFAULT_CAPACITY:I
 *   slot trimToSize()V
 *   method add(Ljava/lang/Object;)Z
 *   method toString()Ljava/lang/String; otherSymbol
 * closed host/Internal
 * array [I
 * selector size()I
 * object data:java.lang.Boolean:1
 * hash SHA-256 of everything before
 * </pre>
 *
 * A class is {@code ready}, or {@code lazy} if its initialiser runs at run time; then come the size of an instance, the
 * superclass ({@code -} if there is none) and the superinterfaces.
 */
public final class InterfaceFile {
    private static final String FIRST_LINE = "blog_os interface 1";
    private static final String NONE = "-";

    private InterfaceFile() {}

    /** Writes an interface. */
    public static void write(HostInterface contents, Path file) {
        try {
            Files.writeString(file, body(contents) + "hash " + contents.hashText() + "\n");
        } catch (IOException e) {
            throw new CompileException("cannot write the interface file " + file + ": " + e.getMessage(), e);
        }
    }

    /** The text but for its last line. */
    static String body(HostInterface contents) {
        StringBuilder text = new StringBuilder();
        line(text, FIRST_LINE);
        line(text, "target", contents.target());
        line(text, "jdk", contents.jdk());
        for (HostInterface.HeldClass held : contents.classes.values()) {
            text.append("class ").append(held.name()).append(held.runsInitializer() ? " lazy " : " ready ").append(held.size());
            text.append(' ').append(held.superName() == null ? NONE : held.superName());
            held.interfaces().forEach(name -> text.append(' ').append(name));
            text.append('\n');
            held.fields().forEach((key, offset) -> line(text, "  field", key, offset.toString()));
            held.statics().forEach(key -> line(text, "  static", key));
            held.slots().forEach(selector -> line(text, "  slot", selector));
            String prefix = held.name().replace('/', '.') + ".";
            held.methods().forEach((selector, symbol) -> {
                if (symbol.equals(usualSymbol(prefix, selector))) {
                    line(text, "  method", selector);
                } else {
                    line(text, "  method", selector, symbol);
                }
            });
        }
        contents.closed.forEach(name -> line(text, "closed", name));
        contents.arrays.forEach(descriptor -> line(text, "array", descriptor));
        contents.selectors.forEach(selector -> line(text, "selector", selector));
        contents.objects.forEach(symbol -> line(text, "object", symbol));
        return text.toString();
    }

    private static String usualSymbol(String prefix, String selector) {
        int parameters = selector.indexOf('(');
        return prefix + selector.substring(0, parameters) + ":" + selector.substring(parameters);
    }

    private static void line(StringBuilder text, String... words) {
        text.append(String.join(" ", words)).append('\n');
    }

    /** Reads an interface; throws a {@link CompileException} if the file is none or was changed. */
    public static HostInterface read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new CompileException("cannot read the interface file " + file + ": " + e.getMessage(), e);
        }
        try {
            return parse(lines);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CompileException(file + " is not an interface file, or is damaged", e);
        }
    }

    private static HostInterface parse(List<String> lines) {
        if (!lines.get(0).equals(FIRST_LINE)) {
            throw new IllegalArgumentException(lines.get(0));
        }
        HostInterface contents = new HostInterface(value(lines.get(1), "target"), value(lines.get(2), "jdk"));
        HostInterface.HeldClass held = null;
        for (String line : lines.subList(3, lines.size() - 1)) {
            String[] words = line.strip().split(" ");
            switch (words[0]) {
                case "class" -> {
                    held = parseClass(words);
                    contents.add(held);
                }
                case "field" -> held.fields().put(words[1], Integer.parseInt(words[2]));
                case "static" -> held.statics().add(words[1]);
                case "slot" -> held.slots().add(words[1]);
                case "method" -> held.methods().put(words[1],
                        words.length > 2 ? words[2] : usualSymbol(held.name().replace('/', '.') + ".", words[1]));
                case "closed" -> contents.addClosed(words[1]);
                case "array" -> contents.addArray(words[1]);
                case "selector" -> contents.addSelector(words[1]);
                case "object" -> contents.addObject(words[1]);
                default -> throw new IllegalArgumentException(line);
            }
        }
        if (!value(lines.get(lines.size() - 1), "hash").equals(contents.hashText())) {
            throw new IllegalArgumentException("hash");
        }
        return contents;
    }

    private static HostInterface.HeldClass parseClass(String[] words) {
        boolean isLazy = words[2].equals("lazy");
        String superName = words[4].equals(NONE) ? null : words[4];
        return new HostInterface.HeldClass(words[1], isLazy, superName, List.of(words).subList(5, words.length),
                Integer.parseInt(words[3]), new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>(),
                new LinkedHashMap<>());
    }

    private static String value(String line, String keyword) {
        if (!line.startsWith(keyword + " ")) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(keyword.length() + 1);
    }
}
