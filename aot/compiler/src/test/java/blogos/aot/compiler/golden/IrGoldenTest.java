package blogos.aot.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.Sources;
import blogos.aot.compiler.Texts;
import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The intermediate code of small methods, one for each thing that shapes it: checks, polls, dispatch, type tests, word types. */
class IrGoldenTest {
    private static final String SOURCE = """
            package p;
            import blogos.aot.api.*;
            public class Main {
                int field;
                static int shared = new java.util.Random().nextInt();
                interface Shape { int area(); }
                static class Square implements Shape { int side; public int area() { return side * side; } int twice() { return 2 * side; } }
                static class Cube extends Square { public int area() { return 6 * super.area(); } int twice() { return 3; } }
                static class Other implements Shape { public int area() { return 7; } }
                static final class Lazy { static int value = new java.util.Random().nextInt(); }

                static int nullCheck(Main m) { return m.field; }
                static int boundsCheck(int[] a, int i) { return a[i]; }
                static void storeCheck(Object[] a, Object o) { a[0] = o; }
                static int division(int a, int b) { return a / b; }
                static int countedLoop(int n) { int sum = 0; for (int i = 0; i < n; i++) { sum += i * i; } return sum; }
                static int openLoop(int n) { while (n > 1) { n = n % 2 == 0 ? n / 2 : 3 * n + 1; } return n; }
                static int virtualCall(Square s) { return s.twice(); }
                static int interfaceCall(Shape s) { return s.area(); }
                static int directCall(Square s) { return s.side + shared(); }
                static int shared() { return 5; }
                static boolean isClass(Object o) { return o instanceof Square; }
                static boolean isInterface(Object o) { return o instanceof Shape; }
                static boolean isArray(Object o) { return o instanceof String[]; }
                static Square cast(Object o) { return (Square) o; }
                static long word(Address a, long n) { return a.plus(n).toLong(); }
                static int caught(int[] a) { try { return a[3]; } catch (ArrayIndexOutOfBoundsException e) { return shared(); } }
                static int lazyStatic() { return Lazy.value; }
                static Object allocation() { return new Other(); }
                static int[] arrayAllocation(int n) { return new int[n]; }
                static String kept(Object a, Object b) { return a.toString() + b; }
                static int dense(int i) { return switch (i) { case 1 -> 10; case 2 -> 20; case 3 -> 30; default -> 0; }; }
                static void locked(Object o) { synchronized (o) { shared(); } }

                public static void main(String[] args) {
                    Main m = new Main();
                    Object[] all = {new Square(), new Cube(), new Other(), args};
                    int n = args.length;
                    nullCheck(m); boundsCheck(new int[n], n); storeCheck(all, m); division(n, n); countedLoop(n); openLoop(n);
                    virtualCall((Square) all[n]); interfaceCall((Shape) all[n]); directCall(new Cube()); isClass(m); isInterface(m);
                    isArray(m); cast(m); word(Address.of(n), n); caught(new int[n]); lazyStatic(); allocation(); arrayAllocation(n);
                    kept(m, m); dense(n); locked(m); System.out.println(shared);
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static String debug;
    private static List<IrModule> release;

    @BeforeAll
    static void translate() throws IOException {
        Sources.compile(directory, "Main.java", SOURCE);
        debug = Texts.module(Texts.of(directory, "p.Main", Profile.DEBUG), "p/Main");
        release = Texts.of(directory, "p.Main", Profile.RELEASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nullCheck", "boundsCheck", "storeCheck", "division", "countedLoop", "openLoop", "virtualCall", "interfaceCall",
                "directCall", "isClass", "isInterface", "isArray", "cast", "word", "caught", "lazyStatic", "allocation",
                "arrayAllocation", "kept", "dense", "locked"
            })
    void method(String name) throws IOException {
        Golden.check("ir-" + name, function(Texts.module(release, "p/Main"), name));
    }

    /** A small method of another class: its copy is there in release, its declaration in debug. */
    @Test
    void inlining() {
        String copy = "define available_externally";
        assertTrue(Texts.module(release, "p/Main").contains(copy));
        assertFalse(debug.contains("available_externally i32 @\"p.Main$Square"));
    }

    /**
     * The text of a function, without what is there for debuggers and alias analysis, and without the numbers of metadata,
     * which depend on everything else in the module.
     */
    private static String function(String module, String name) {
        Matcher start = Pattern.compile("(?m)^define [^\n]*@\"p\\.Main\\." + name + ":.*$").matcher(module);
        assertTrue(start.find(), "no function " + name);
        String text = module.substring(start.start(), module.indexOf("\n}", start.start()) + 3);
        text = text.replaceAll("(?m)^ *#dbg_.*\n", "").replaceAll(",? !(dbg|tbaa) !\\d+", "");
        return text.replaceAll("!\\d+", "!N").replaceAll("#\\d+", "#N");
    }
}
