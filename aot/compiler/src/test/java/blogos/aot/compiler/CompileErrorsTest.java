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

    @Test
    void classForName() throws IOException {
        assertEquals("p.Main.main(Main.java:4): java.lang.Class.forName is not in images: there is no reflection;"
                + " name the class in the code, or choose among known ones with a switch\n  in p.Main.main([Ljava/lang/String;)V",
                untrustedError(main("try { Class.forName(a[0]); } catch (ClassNotFoundException e) { }")));
    }

    @Test
    void reflectionOnMembers() throws IOException {
        String advice = "is not in images: there is no reflection on members; call the method, or pass a lambda";
        assertStartsWith("p.Main.main(Main.java:5): java.lang.Class.getDeclaredMethods " + advice,
                untrustedError(main("\nSystem.out.println(Main.class.getDeclaredMethods().length);")));
        assertStartsWith("p.Main.call(Main.java:6): java.lang.reflect.Method.invoke " + advice,
                untrustedError(main("try { call(null); } catch (Exception e) { }")
                        + "\nstatic void call(java.lang.reflect.Method m) throws Exception { m.invoke(null); }"));
    }

    @Test
    void reflectionFarFromMainShowsTheWay() throws IOException {
        String message = untrustedError(main("first();") + "static void first() { second(); }\n"
                + "static void second() { System.out.println(Main.class.getFields().length); }");
        assertStartsWith("p.Main.second(Main.java:6): java.lang.Class.getFields is not in images", message);
        assertTrue(message.contains("\n  in p.Main.second()V\n  called from p.Main.first()V\n  called from p.Main.main("), message);
    }

    @Test
    void proxies() throws IOException {
        assertStartsWith("p.Main.main(Main.java:4): java.lang.reflect.Proxy.newProxyInstance is not in images:"
                + " there is no reflection; write a class that implements the interface",
                untrustedError(main("java.lang.reflect.Proxy.newProxyInstance(null, null, null);")));
    }

    @Test
    void ownClassLoader() throws IOException {
        assertStartsWith("p.Main.main(Main.java:4): p.Main$Loader is not in images",
                untrustedError(main("new Loader();") + "static class Loader extends ClassLoader {}"));
    }

    @Test
    void serialisation() throws IOException {
        assertStartsWith("p.Main.main(Main.java:4): java.io.ObjectOutputStream is not in images: there is no serialisation;"
                + " write the fields with DataOutputStream",
                untrustedError(main("try { new java.io.ObjectOutputStream(System.out); } catch (java.io.IOException e) { }")));
    }

    @Test
    void filesAndNetwork() throws IOException {
        assertStartsWith("p.Main.main(Main.java:4): java.io.FileReader is not in images: there are no files yet;",
                untrustedError(main("try { new java.io.FileReader(a[0]); } catch (java.io.IOException e) { }")));
        assertStartsWith("p.Main.main(Main.java:4): java.net.URI.create is not in images: there is no network",
                untrustedError(main("java.net.URI.create(a[0]);")));
    }

    @Test
    void newerClassFile() throws IOException {
        Sources.compile(directory, "Main.java", source(main("")));
        Path file = directory.resolve("p/Main.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 65;
        Files.write(file, bytes);
        assertEquals("p.Main was compiled for Java 21, images are made of Java 17: compile it with javac --release 17", errorOf("Main"));
        bytes[7] = 50;
        Files.write(file, bytes);
        assertEquals("p.Main: class files before Java 7 are not supported", errorOf("Main"));
        Files.write(file, new byte[] {1, 2, 3});
        assertEquals("p.Main: the class file is damaged", errorOf("Main"));
    }

    @Test
    void mainClassBySimpleNameOrWithoutMain() throws IOException {
        Sources.compile(directory, "Main.java", source(main("")), "Other.java", "package q; public class Other {}");
        List<Path> path = new ArrayList<>(List.of(directory));
        path.addAll(Sources.runtime());
        for (String wrong : List.of("Main", "main", "p/Main.class", "Main.java")) {
            Aot.Request request = new Aot.Request(path, wrong, Target.LINUX, Profile.DEBUG, directory.resolve("out"), null);
            assertEquals("main class " + wrong + " is not on the class path; did you mean p.Main?",
                    assertThrows(CompileException.class, () -> Aot.translate(request)).getMessage());
        }
        Aot.Request request = new Aot.Request(path, "q.Other", Target.LINUX, Profile.DEBUG, directory.resolve("out"), null);
        assertEquals("q.Other has no method public static void main(String[]); those with a main there: p.Main",
                assertThrows(CompileException.class, () -> Aot.translate(request)).getMessage());
    }

    @Test
    void wordInitialiserThatCannotRun() throws IOException {
        assertStartsWith("p.Main.main(Main.java:4): the initialiser of word type p.Main$Count cannot run at compile time,"
                + " and words have none at run time: ",
                error(main("System.out.println(Count.start);") + "@Word static final class Count { final long value;"
                        + " Count(long v) { value = v; } static long start = System.nanoTime(); }"));
    }

    @Test
    void missingClassPathEntry() {
        Path missing = directory.resolve("missing");
        Aot.Request request = new Aot.Request(List.of(missing), "p.Main", Target.LINUX, Profile.DEBUG, directory.resolve("out"), null);
        assertEquals("class path entry does not exist: " + missing,
                assertThrows(CompileException.class, () -> Aot.translate(request)).getMessage());
    }
}
