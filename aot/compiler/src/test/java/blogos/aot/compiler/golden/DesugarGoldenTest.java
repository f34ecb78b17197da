package blogos.aot.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import blogos.aot.compiler.Sources;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.ClassSource;
import blogos.aot.compiler.model.MethodInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What desugaring makes of lambdas, concatenation, records and assertions. */
class DesugarGoldenTest {
    private static final String SOURCE = """
            package p;
            import java.util.function.*;
            public class Main {
                int field;
                static Runnable constant() { return () -> System.gc(); }
                IntUnaryOperator capture(int a) { return x -> x + a + field; }
                static Function<String, Integer> reference() { return Integer::valueOf; }
                static Supplier<StringBuilder> creation() { return StringBuilder::new; }
                static String concat(int i, String s, char c) { return "i=" + i + s + c + "\\u0001"; }
                static int asserted(int i) { assert i > 0 : "positive"; return i; }
                record Point(int x, double y, String name) {}
            }
            """;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void compile() throws IOException {
        Sources.compile(directory, "Main.java", SOURCE);
    }

    private static ClassPool pool(boolean assertions) {
        List<Path> path = new ArrayList<>(List.of(directory));
        path.addAll(Sources.runtime());
        return new ClassPool(new ClassSource(path), "linux", assertions);
    }

    private static String method(ClassPool pool, String owner, String name) {
        MethodInfo method = pool.get(owner).methods().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + owner));
        return Listing.of(method.code());
    }

    /** A method, then all methods of the class that its lambda became. */
    private static String lambda(String name) {
        ClassPool pool = pool(false);
        StringBuilder text = new StringBuilder(method(pool, "p/Main", name));
        ClassInfo made = pool.get("p/Main$$Lambda$0");
        for (MethodInfo method : made.methods()) {
            text.append('\n').append(Listing.of(method.code()));
        }
        return text.toString();
    }

    @Test
    void lambdaWithoutCapture() throws IOException {
        Golden.check("lambda-constant", lambda("constant"));
    }

    @Test
    void lambdaWithCapture() throws IOException {
        Golden.check("lambda-capture", lambda("capture"));
    }

    @Test
    void methodReference() throws IOException {
        Golden.check("lambda-reference", lambda("reference"));
    }

    @Test
    void constructorReference() throws IOException {
        Golden.check("lambda-creation", lambda("creation"));
    }

    @Test
    void concatenation() throws IOException {
        ClassPool pool = pool(false);
        StringBuilder text = new StringBuilder(method(pool, "p/Main", "concat"));
        for (MethodInfo method : List.copyOf(pool.get("p/Main").methods())) {
            if (method.name().startsWith("$concat")) {
                text.append('\n').append(Listing.of(method.code()));
            }
        }
        Golden.check("concat", text.toString());
    }

    @Test
    void record() throws IOException {
        ClassPool pool = pool(false);
        StringBuilder text = new StringBuilder();
        for (String name : List.of("toString", "hashCode", "equals")) {
            text.append(method(pool, "p/Main$Point", name)).append('\n');
            text.append(method(pool, "p/Main$Point", "$record$" + name)).append('\n');
        }
        Golden.check("record", text.toString());
    }

    @Test
    void assertions() throws IOException {
        String disabled = method(pool(false), "p/Main", "asserted") + "\n" + initializer(pool(false));
        String enabled = method(pool(true), "p/Main", "asserted") + "\n" + initializer(pool(true));
        assertNotEquals(disabled, enabled);
        Golden.check("assertions", "disabled\n" + disabled + "\nenabled\n" + enabled);
    }

    private static String initializer(ClassPool pool) {
        return method(pool, "p/Main", "<clinit>");
    }
}
