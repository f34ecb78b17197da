package blogos.programs.sh;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a line into words. Blanks separate; {@code '...'} takes everything as it is, {@code "..."} everything but
 * {@code $} and {@code \}, {@code \} the next character; {@code #} at the start of a word begins a comment. {@code $?} is
 * the status of the last pipeline, {@code $NAME} the value of a variable of the environment.
 */
final class Lexer {
    private static final String OPERATORS = "|&;";

    private final String line;
    private final int lastStatus;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Lexer(String line, int lastStatus) {
        this.line = line;
        this.lastStatus = lastStatus;
    }

    /** The words of a line. */
    static List<Word> split(String line, int lastStatus) throws SyntaxException {
        Lexer lexer = new Lexer(line, lastStatus);
        lexer.run();
        return lexer.words;
    }

    private void run() throws SyntaxException {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == '#') {
                return;
            } else if (OPERATORS.indexOf(c) >= 0) {
                words.add(new Word(String.valueOf(c), true));
                at++;
            } else {
                words.add(new Word(word(), false));
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private String word() throws SyntaxException {
        StringBuilder text = new StringBuilder();
        while (at < line.length() && !isBlank(line.charAt(at)) && OPERATORS.indexOf(line.charAt(at)) < 0) {
            char c = line.charAt(at++);
            switch (c) {
                case '\'' -> quoted(text);
                case '"' -> doubleQuoted(text);
                case '$' -> text.append(variable());
                case '\\' -> text.append(next("a character is missing behind \\"));
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    private void quoted(StringBuilder text) throws SyntaxException {
        char c = next("a quote ' is not closed");
        while (c != '\'') {
            text.append(c);
            c = next("a quote ' is not closed");
        }
    }

    private void doubleQuoted(StringBuilder text) throws SyntaxException {
        char c = next("a quote \" is not closed");
        while (c != '"') {
            if (c == '$') {
                text.append(variable());
            } else {
                text.append(c == '\\' ? next("a character is missing behind \\") : c);
            }
            c = next("a quote \" is not closed");
        }
    }

    private char next(String otherwise) throws SyntaxException {
        if (at == line.length()) {
            throw new SyntaxException(otherwise);
        }
        return line.charAt(at++);
    }

    /** What stands for the variable whose name begins here. */
    private String variable() {
        if (at < line.length() && line.charAt(at) == '?') {
            at++;
            return String.valueOf(lastStatus);
        }
        int start = at;
        while (at < line.length() && isNamePart(line.charAt(at))) {
            at++;
        }
        if (start == at) {
            return "$";
        }
        String value = System.getenv(line.substring(start, at));
        return value == null ? "" : value;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
