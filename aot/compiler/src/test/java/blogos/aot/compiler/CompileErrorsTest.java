package blogos.aot.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler refuses, and how it says so: every message names class, method and line, or what is missing. */
class CompileErrorsTest {
    private static final String IMPORTS = "import blogos.aot.api.*; import java.util.*; import java.util.function.*;\n";

    @TempDir
    private Path directory;

    /** Compiles class Main with the given members, trusted, and answers the error. */
    private String error(String members) throws IOException {
        Sources.compile(directory, "module-info.java", "@blogos.aot.api.Trusted module m { requires blogos.aot.api; }", "Main.java", source(members));
        return errorOf("Main");
    }

    /** The same in a program without a module. */
    private String untrustedError(String members) throws IOException {
        Sources.compile(directory, "Main.java", source(members));
        return errorOf("Main");
    }

    private static String source(String members) {
        return "package p;" + IMPORTS + "public class Main {\n" + members + "\n}\n";
    }

    private String errorOf(String mainClass) {
        List<Path> path = new ArrayList<>(List.of(directory));
        path.addAll(Sources.runtime());
        Aot.Request request = new Aot.Request(path, "p." + mainClass, Target.LINUX, Profile.DEBUG, directory.resolve("out"), null);
        return assertThrows(CompileException.class, () -> Aot.translate(request)).getMessage();
    }

    private static void assertStartsWith(String expected, String actual) {
        assertTrue(actual.startsWith(expected), () -> "expected a message starting with <" + expected + ">, but it is <" + actual + ">");
    }

    private static String main(String body) {
        return "public static void main(String[] a) {\n" + body + "\n}";
    }

    @Test
    void wordBecomesObject() throws IOException {
        assertEquals("p.Main.main(Main.java:4): the word type blogos.aot.api.Address cannot become java.lang.Object",
                error(main("Objects.hash(a); String.valueOf((Object) Address.of(1));")));
    }

    @Test
    void wordInCollection() throws IOException {
        assertEquals("p.Main.main(Main.java:4): the word type blogos.aot.api.Address cannot become java.lang.Object",
                error(main("List<Address> l = new ArrayList<>(); l.add(Address.zero());")));
    }

    @Test
    void wordArray() throws IOException {
        assertEquals("p.Main.main(Main.java:4): arrays of the word type blogos.aot.api.Address are not supported",
                error(main("Address[] all = new Address[2];")));
    }

    @Test
    void wordComparedByIdentity() throws IOException {
        assertEquals("p.Main.main(Main.java:4): word types have no identity: compare their values, not references",
                error(main("Address x = Address.of(a.length); System.out.println(x == Address.zero());")));
    }

    @Test
    void nullWord() throws IOException {
        assertEquals("p.Main.main(Main.java:4): null cannot become the word type blogos.aot.api.Address",
                error(main("Address x = null; System.out.println(x);")));
    }

    @Test
    void nullWordArgument() throws IOException {
        assertEquals("p.Main.main(Main.java:5): null cannot become the word type blogos.aot.api.Address",
                error(main("\nf(null);") + "static void f(Address x) {}"));
    }

    @Test
    void objectMethodOfWord() throws IOException {
        assertStartsWith("p.Main.main(Main.java:4): the word type blogos.aot.api.Address has no java.lang.Object.hashCode()I",
                error(main("System.out.println(Address.of(1).hashCode());")));
    }

    @Test
    void rawMemoryOutsideTrustedModule() throws IOException {
        assertEquals("p.Main.main(Main.java:5): blogos.aot.api.Address.loadInt is only allowed in a module marked @Trusted",
                untrustedError(main("Address x = Address.of(1);\nSystem.out.println(x.loadInt());")));
    }

    @Test
    void assemblyOutsideTrustedModule() throws IOException {
        assertEquals("p.Main.cli()V: @Asm is only allowed in a module marked @Trusted",
                untrustedError(main("cli();") + "@Asm(\"cli\") static native void cli();"));
    }

    @Test
    void nativeMethod() throws IOException {
        assertEquals("p.Main.f()V: a native method has no implementation in an image",
                untrustedError(main("f();") + "static native void f();"));
    }

    @Test
    void interruptHandlerAllocates() throws IOException {
        String message = error(main("tick();") + "@Interrupt static void tick() { deeper(); }\n"
                + "static void deeper() { Main.kept = new int[3]; } static int[] kept;");
        assertEquals("p.Main.tick()V is @Interrupt, but Main.java:6 allocates an array\n  in p.Main.deeper()V\n  called from p.Main.tick()V", message);
    }

    @Test
    void interruptHandlerAllocatesThroughInterface() throws IOException {
        String message = error(main("run = () -> { kept = new Object(); }; tick();") + "static Runnable run; static Object kept;\n"
                + "@Interrupt static void tick() { run.run(); }");
        assertStartsWith("p.Main.tick()V is @Interrupt, but Main.java:4 allocates a java.lang.Object\n  in p.Main.lambda$main$0()V", message);
    }

    @Test
    void interruptHandlerClones() throws IOException {
        String message = error(main("tick();") + "@Interrupt static void tick() { Main.kept = Main.kept.clone(); } static int[] kept;");
        assertStartsWith("p.Main.tick()V is @Interrupt, but Heap.java:", message);
        assertTrue(message.contains(" allocates an object\n  in blogos.aot.runtime.Heap.copyOf"), message);
    }

    @Test
    void missingMainClass() throws IOException {
        Sources.compile(directory, "Main.java", source(""));
        assertEquals("main class p.Nobody is not on the class path", errorOf("Nobody"));
    }

    @Test
    void missingMainMethod() throws IOException {
        Sources.compile(directory, "Main.java", source(""));
        assertEquals("p.Main has no method public static void main(String[])", errorOf("Main"));
    }

    @Test
    void missingClass() throws IOException {
        Sources.compile(directory, "Main.java", "package p; public class Main { " + main("new Gone();") + "} class Gone {}");
        Files.delete(directory.resolve("p/Gone.class"));
        assertStartsWith("p.Main.main(Main.java:2): class not found: p.Gone\n  in p.Main.main", errorOf("Main"));
    }

    @Test
    void missingMethod() throws IOException {
        Sources.compile(directory, "Main.java", "package p; public class Main { " + main("Other.f();") + "} class Other { static void f() {} }");
        Sources.compile(directory, "Other.java", "package p; class Other {}");
        assertStartsWith("p.Main.main(Main.java:2): no method p.Other.f()V in this image", errorOf("Main"));
    }

    @Test
    void replacementOfMissingMethod() throws IOException {
        assertEquals("p.Main$Parts replaces gone()V, which java.util.Random does not have in this JDK",
                error(main("new Random(1);") + "@Replace(\"java.util.Random\") static class Parts { @Replace void gone() {} }"));
    }

    @Test
    void replacementOfMissingClass() throws IOException {
        assertEquals("p.Main$Parts replaces java.util.Nothing, which does not exist",
                error(main("") + "@Replace(\"java.util.Nothing\") static class Parts {}"));
    }

    @Test
    void assemblyNamesMissingMethod() throws IOException {
        assertStartsWith("assembly of p.Main.stub()V: there is no static method {p.Main.gone}",
                error(main("stub();") + "@Asm(naked = true, value = \"jmp {p.Main.gone}\") static native void stub();"));
    }

    @Test
    void threadLocalOffsetThatVaries() throws IOException {
        assertEquals("p.Main.main(Main.java:4): offsets in the thread-local block must be constants",
                error(main("System.out.println(Tls.loadLong(a.length));")));
    }
}
