package blogos.runner.test;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The XML reports that Maven's Surefire plugin writes, one file for each test class. */
final class SurefireReports {
    private static final String PREFIX = "TEST-";
    private static final String SUFFIX = ".xml";
    private static final int MAX_MESSAGE_LINES = 12;

    /** A line of a stack trace that says nothing about the test. */
    private static final Pattern FRAMEWORK_FRAME = Pattern.compile("^\\s+at (org\\.junit|java\\.base/)");

    private SurefireReports() {}

    /** Deletes the reports of earlier runs. */
    static void clear(Path directory) throws IOException {
        for (Path file : files(directory)) {
            Files.delete(file);
        }
    }

    /**
     * Reads reports; none if the directory is not there.
     *
     * @param classes tells by its name whether a test class is wanted
     */
    static List<TestResult> read(Path directory, Predicate<String> classes) throws IOException {
        List<TestResult> results = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            if (classes.test(name.substring(PREFIX.length(), name.length() - SUFFIX.length()))) {
                results.addAll(parse(Files.readString(file)));
            }
        }
        return results;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            return StreamSupport.stream(stream.spliterator(), false).sorted().toList();
        }
    }

    static List<TestResult> parse(String xml) throws IOException {
        List<TestResult> results = new ArrayList<>();
        NodeList cases = document(xml).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            results.add(result((Element) cases.item(i)));
        }
        return results;
    }

    private static Document document(String xml) throws IOException {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("a test report cannot be read: " + e.getMessage(), e);
        }
    }

    private static TestResult result(Element test) {
        String className = test.getAttribute("classname");
        String name = className.substring(className.lastIndexOf('.') + 1) + "." + test.getAttribute("name");
        for (String kind : new String[] {"failure", "error"}) {
            Element problem = (Element) test.getElementsByTagName(kind).item(0);
            if (problem != null) {
                return TestResult.failed(name, shorten(problem.getTextContent()));
            }
        }
        Element skipped = (Element) test.getElementsByTagName("skipped").item(0);
        return skipped == null ? TestResult.passed(name) : TestResult.skipped(name, skipped.getAttribute("message"));
    }

    private static String shorten(String text) {
        List<String> lines = text.strip()
                .lines()
                .filter(line -> !FRAMEWORK_FRAME.matcher(line).find())
                .toList();
        return String.join("\n", lines.subList(0, Math.min(MAX_MESSAGE_LINES, lines.size())));
    }
}
