package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.io.StringReader;
import java.util.InputMismatchException;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.regex.Pattern;

/** java.util.Scanner over strings and readers. */
public final class UtilScanner {
    private UtilScanner() {}

    public static void main(String[] arguments) {
        Cases.run("words", UtilScanner::words);
        Cases.run("lines", UtilScanner::lines);
        Cases.run("numbers", UtilScanner::numbers);
        Cases.run("mixedWordsAndLines", UtilScanner::mixedWordsAndLines);
        Cases.run("mismatch", UtilScanner::mismatch);
        Cases.run("delimiters", UtilScanner::delimiters);
        Cases.run("fromReader", UtilScanner::fromReader);
        Cases.run("closed", UtilScanner::closed);
        Cases.run("findInLine", UtilScanner::findInLine);
        Cases.run("hasNextPattern", UtilScanner::hasNextPattern);
        Cases.run("radix", UtilScanner::radix);
        Cases.run("longInput", UtilScanner::longInput);
        Cases.run("bigNumbers", UtilScanner::bigNumbers);
    }

    static void words() {
        Scanner scanner = new Scanner("  the quick\n brown\tfox  ");
        while (scanner.hasNext()) {
            System.out.println("<" + scanner.next() + ">");
        }
        Cases.thrown("end", scanner::next);
    }

    static void lines() {
        Scanner scanner = new Scanner("one\ntwo\r\n\nfour");
        while (scanner.hasNextLine()) {
            System.out.println("<" + scanner.nextLine() + ">");
        }
        Cases.thrown("end", scanner::nextLine);
    }

    static void numbers() {
        Scanner scanner = new Scanner("1 -2 3000000000 4.5 true x 0x10 -7");
        System.out.println(scanner.nextInt() + " " + scanner.nextInt() + " " + scanner.hasNextInt() + scanner.nextLong() + " "
                + scanner.nextDouble() + " " + scanner.nextBoolean() + " " + scanner.hasNextInt() + " " + scanner.next() + " "
                + scanner.hasNextInt() + scanner.next() + " " + scanner.nextByte());
    }

    static void mixedWordsAndLines() {
        Scanner scanner = new Scanner("3 apples\n4 pears");
        System.out.println(scanner.nextInt() + "<" + scanner.nextLine() + ">" + scanner.nextInt() + "<" + scanner.nextLine() + ">");
    }

    static void mismatch() {
        Scanner scanner = new Scanner("abc 99999999999");
        try {
            scanner.nextInt();
        } catch (InputMismatchException e) {
            System.out.println("mismatch " + scanner.next());
        }
        Cases.thrown("too large", scanner::nextInt);
        System.out.println(scanner.nextLong());
    }

    static void delimiters() {
        Scanner scanner = new Scanner("a,b,,c").useDelimiter(",");
        while (scanner.hasNext()) {
            System.out.println("<" + scanner.next() + ">");
        }
        System.out.println(new Scanner("1 fish 2 fish").useDelimiter("\\s*fish\\s*").nextInt());
    }

    static void fromReader() {
        Scanner scanner = new Scanner(new StringReader("x y\nz"));
        System.out.println(scanner.next() + scanner.nextLine() + scanner.nextLine() + scanner.hasNext());
    }

    static void closed() {
        Scanner scanner = new Scanner("a");
        scanner.close();
        Cases.thrown("closed", scanner::next);
    }

    static void findInLine() {
        Scanner scanner = new Scanner("key=value rest\nnext");
        System.out.println(scanner.findInLine("(\\w+)=(\\w+)") + " " + scanner.match().group(2) + " " + scanner.nextLine() + "|" + scanner.nextLine());
    }

    static void hasNextPattern() {
        Scanner scanner = new Scanner("12ab 34");
        System.out.println(scanner.hasNext("\\d+[a-z]+") + " " + scanner.next(Pattern.compile("\\w+")) + " " + scanner.hasNextInt(8)
                + " " + scanner.nextInt(8));
    }

    static void radix() {
        Scanner scanner = new Scanner("ff 777 zz");
        System.out.println(scanner.nextInt(16) + " " + scanner.useRadix(8).nextInt() + " " + scanner.radix() + " " + scanner.nextInt(36));
    }

    static void longInput() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(i).append(i % 10 == 9 ? '\n' : ' ');
        }
        Scanner scanner = new Scanner(new StringReader(text.toString()));
        long sum = 0;
        int count = 0;
        try {
            while (true) {
                sum += scanner.nextInt();
                count++;
            }
        } catch (NoSuchElementException e) {
            System.out.println(count + " " + sum);
        }
    }

    static void bigNumbers() {
        Scanner scanner = new Scanner("123456789012345678901234567890 1.5 2e3");
        System.out.println(scanner.nextBigInteger() + " " + scanner.nextBigDecimal() + " " + scanner.nextDouble());
    }
}
