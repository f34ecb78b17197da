package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** java.util.regex. */
public final class UtilRegex {
    private UtilRegex() {}

    public static void main(String[] arguments) {
        Cases.run("literals", UtilRegex::literals);
        Cases.run("classes", UtilRegex::classes);
        Cases.run("posixAndUnicodeClasses", UtilRegex::posixAndUnicodeClasses);
        Cases.run("quantifiers", UtilRegex::quantifiers);
        Cases.run("groups", UtilRegex::groups);
        Cases.run("namedGroups", UtilRegex::namedGroups);
        Cases.run("backReferences", UtilRegex::backReferences);
        Cases.run("alternation", UtilRegex::alternation);
        Cases.run("anchors", UtilRegex::anchors);
        Cases.run("lookAround", UtilRegex::lookAround);
        Cases.run("flags", UtilRegex::flags);
        Cases.run("matchesLookingAtFind", UtilRegex::matchesLookingAtFind);
        Cases.run("replacing", UtilRegex::replacing);
        Cases.run("appending", UtilRegex::appending);
        Cases.run("splitting", UtilRegex::splitting);
        Cases.run("predicatesAndResults", UtilRegex::predicatesAndResults);
        Cases.run("regions", UtilRegex::regions);
        Cases.run("atomicGroups", UtilRegex::atomicGroups);
        Cases.run("supplementary", UtilRegex::supplementary);
        Cases.run("lineBreaks", UtilRegex::lineBreaks);
        Cases.run("backtracking", UtilRegex::backtracking);
        Cases.run("syntaxErrors", UtilRegex::syntaxErrors);
        Cases.run("quoting", UtilRegex::quoting);
        Cases.run("numbers", UtilRegex::numbers);
    }

    private static void find(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.start() + ":" + matcher.group());
        }
        System.out.println(regex + " in " + text + ": " + found);
    }

    static void literals() {
        find("ab", "cabab");
        find("a\\.b", "a.b axb");
        find("\\Qa+b\\E", "a+b aab");
        find("\\x41\\u0042\\t", "AB\t");
    }

    static void classes() {
        find("[a-c]+", "xabcdcba");
        find("[^a-c]+", "xabcdcba");
        find("[a-z&&[^m-p]]+", "lmnopq");
        find("[\\d.]+", "v1.2.3");
        find("\\w+", "two words_3");
        find("\\s+", "a \t\nb");
        find("\\D+", "12ab34");
        find("[]a]", "]a");
    }

    static void posixAndUnicodeClasses() {
        find("\\p{Upper}+", "abCDe");
        find("\\p{Punct}", "a,b!");
        find("\\p{L}+", "\u00e4\u00f6 \u4e2d1");
        find("\\p{Lu}", "\u00c4b");
        find("\\p{javaLowerCase}+", "abC");
        find("\\P{Alpha}+", "a12b");
    }

    static void quantifiers() {
        find("a?", "aab");
        find("a{2}", "aaaaa");
        find("a{2,3}", "aaaaaa");
        find("a{2,}?", "aaaaa");
        find("<.+?>", "<a><b>");
        find("<.+>", "<a><b>");
        find("a++b", "aaab");
        find("a*+a", "aaa");
    }

    static void groups() {
        Matcher matcher = Pattern.compile("(\\w+)@((\\w+)\\.(com|org))").matcher("mail me@site.org now");
        System.out.println(matcher.find() + " " + matcher.groupCount());
        for (int i = 0; i <= matcher.groupCount(); i++) {
            System.out.println(i + " " + matcher.group(i) + " " + matcher.start(i) + "-" + matcher.end(i));
        }
    }

    static void namedGroups() {
        Matcher matcher = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)").matcher("2024-05");
        System.out.println(matcher.matches() + " " + matcher.group("year") + "/" + matcher.group("month") + matcher.start("month"));
        Cases.thrown("unknown", () -> matcher.group("day"));
        System.out.println("2024-05".replaceAll("(?<y>\\d+)-(?<m>\\d+)", "${m}.${y}"));
    }

    static void backReferences() {
        find("(\\w)\\1", "hello aabb");
        find("(?<q>['\"]).*?\\k<q>", "say 'a' \"b\"");
    }

    static void alternation() {
        find("cat|category|dog", "category dog");
        find("(?:a|ab)(?:c|bcd)", "abcd");
    }

    static void anchors() {
        find("^a", "a\na");
        find("(?m)^a$", "a\nb\na");
        find("\\bcat\\b", "cat concat cat");
        find("\\Bcat", "cat concat");
        find("\\Aab|cd\\z", "abcd");
        find("\\G\\d", "12a3");
    }

    static void lookAround() {
        find("\\d+(?= euro)", "5 euro 6 dollar");
        find("\\d+(?! euro)", "55 euro");
        find("(?<=\\$)\\d+", "$5 6");
        find("(?<!\\$)\\b\\d+", "$5 6");
    }

    static void flags() {
        System.out.println(Pattern.compile("abc", Pattern.CASE_INSENSITIVE).matcher("xABCx").find());
        System.out.println(Pattern.compile("a.b", Pattern.DOTALL).matcher("a\nb").matches());
        System.out.println(Pattern.compile("a b # comment", Pattern.COMMENTS).matcher("ab").matches());
        System.out.println(Pattern.compile("\u00e4", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher("\u00c4").matches());
        System.out.println(Pattern.compile("a.c", Pattern.LITERAL).matcher("a.c").matches());
        find("(?i)ab(?-i)c", "ABc ABC");
        System.out.println(Pattern.compile("x", Pattern.MULTILINE).flags());
    }

    static void matchesLookingAtFind() {
        Matcher matcher = Pattern.compile("ab").matcher("abab");
        System.out.println(matcher.matches() + " " + matcher.lookingAt() + matcher.end() + " " + matcher.find() + matcher.start()
                + " " + matcher.find() + " " + matcher.reset().find(1) + matcher.start());
        Cases.thrown("no match", () -> Pattern.compile("x").matcher("y").group());
        Cases.thrown("bad index", () -> Pattern.compile("x").matcher("y").find(9));
    }

    static void replacing() {
        System.out.println("a1b22".replaceAll("\\d+", "<$0>") + " " + "a1b22".replaceFirst("\\d+", "\\$") + " "
                + Pattern.compile("[aeiou]").matcher("banana").replaceAll(m -> m.group().toUpperCase()) + " "
                + Pattern.compile("n").matcher("banana").replaceFirst(m -> "" + m.start()));
        Cases.thrown("bad group", () -> "a".replaceAll("a", "$1"));
        System.out.println(Matcher.quoteReplacement("$1\\"));
    }

    static void appending() {
        Matcher matcher = Pattern.compile("(\\d)(\\d)").matcher("x12y34z");
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, "$2$1");
        }
        System.out.println(matcher.appendTail(text));
    }

    static void splitting() {
        for (String text : new String[] {"a,b,,c,,", ",a", "", "abc"}) {
            System.out.println(List.of(text.split(",")) + " " + List.of(text.split(",", -1)) + " " + List.of(text.split(",", 2)));
        }
        System.out.println(List.of("a1b22c".split("\\d+")) + " " + List.of("abc".split("")) + " "
                + Pattern.compile("\\s*,\\s*").splitAsStream("a , b,c").collect(Collectors.toList()));
    }

    static void predicatesAndResults() {
        System.out.println(List.of("a1", "b", "c2").stream().filter(Pattern.compile("\\d").asPredicate()).collect(Collectors.toList())
                + " " + Pattern.compile("\\w").asMatchPredicate().test("ab"));
        System.out.println(Pattern.compile("\\w(\\d)").matcher("a1 b2").results().map(m -> m.group(1)).collect(Collectors.toList()));
        Matcher matcher = Pattern.compile("b").matcher("abc");
        matcher.find();
        MatchResult result = matcher.toMatchResult();
        System.out.println(result.start() + result.group() + result.end());
    }

    static void regions() {
        Matcher matcher = Pattern.compile("^b").matcher("abc").region(1, 3);
        System.out.println(matcher.find() + " " + matcher.hitEnd() + matcher.regionStart() + matcher.regionEnd());
        matcher.reset().region(1, 3).useAnchoringBounds(false);
        System.out.println(matcher.find() + " " + matcher.hasAnchoringBounds());
        matcher.reset("b").usePattern(Pattern.compile("b$"));
        System.out.println(matcher.find() + " " + matcher.requireEnd());
    }

    static void atomicGroups() {
        find("(?>a|ab)c", "abc ac");
        find("(?s).(?-s).", "\n\nab");
    }

    static void supplementary() {
        find(".", "\ud83d\ude00a");
        find("[\ud83d\ude00-\ud83d\ude05]+", "x\ud83d\ude01\ud83d\ude02");
        find("\\x{1F600}", "\ud83d\ude00");
    }

    static void lineBreaks() {
        find("\\R", "a\r\nb\nc\u2028");
        find("\\h+|\\v+", "a \tb\n");
        find(".+", "one\ntwo\r\nthree\u0085four");
    }

    static void backtracking() {
        find("(a+)+b", "aaaaaaaaaaaaaac");
        find("(x+x+)+y", "xxxxxxxxxxy");
        System.out.println(Pattern.matches("(.*),(.*),(.*)", "a,b,c,d"));
    }

    static void syntaxErrors() {
        for (String regex : new String[] {"(", "[a", "a{2", "*a", "\\", "(?<n", "a)", "[b-a]", "\\p{Nope}", "(?<=a*)b", "\\k<x>", "(?z)"}) {
            try {
                Pattern.compile(regex);
                System.out.println(regex + " compiles");
            } catch (PatternSyntaxException e) {
                System.out.println(e.getDescription() + " | " + e.getIndex() + " | " + e.getPattern());
            }
        }
    }

    static void quoting() {
        System.out.println(Pattern.quote("a.b") + " " + Pattern.quote("x\\Ey") + " " + Pattern.compile("a|b") + " "
                + "1+1=2".matches(Pattern.quote("1+1") + "=2"));
    }

    static void numbers() {
        Pattern number = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
        for (String text : new String[] {"1", "-1.5", ".5e10", "1.", "e5", "1e", "+3E-7", "1.2.3"}) {
            System.out.println(text + " " + number.matcher(text).matches());
        }
    }
}
