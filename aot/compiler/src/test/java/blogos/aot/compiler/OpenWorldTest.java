package blogos.aot.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.llvm.Profile;
import blogos.aot.compiler.model.InterfaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported packages of a kernel stay open to code that is loaded later; the others are closed. */
class OpenWorldTest {
    private static final String SHAPE = "public class Shape { public int area() { return 1; } public int unused() { return 2; } }";
    private static final String AREA = "call i32 @\"%s.Shape.area:()I\"";

    @TempDir
    private static Path directory;

    private static List<IrModule> modules;

    @BeforeAll
    static void translate() throws IOException {
        Sources.compile(directory,
                "module-info.java", "module m { requires blogos.aot.api; exports open; }",
                "NoMemory.java", """
                        package closed;
                        import blogos.aot.api.*;
                        @Replace("blogos.aot.runtime.Platform")
                        class NoMemory {
                            @Replace public static Address growHeap(long size) { return Address.zero(); }
                            @Replace public static long nanoTime() { return 0; }
                        }
                        """,
                "Shape.java", "package open; " + SHAPE.replace("Shape {", "Shape implements Sized { public int sides; int hidden() { return 0; }"
                        + " public static long LIMIT = 5;"),
                "Sized.java", "package open; public interface Sized { default int size() { return 3; } }",
                "Closed.java", "package closed; " + SHAPE.replace("Shape", "Closed"),
                "Main.java", """
                        package closed;
                        public class Main {
                            static open.Shape shape = new open.Shape();
                            static Closed closed = new Closed();
                            static int open() { return shape.area(); }
                            static int closed() { return closed.area(); }
                            public static void main(String[] a) { open(); closed(); }
                        }
                        """);
        List<Path> path = new ArrayList<>(List.of(directory));
        path.addAll(Sources.runtime());
        Aot.Request request = new Aot.Request(path, "closed.Main", Target.KERNEL, Profile.DEBUG, directory.resolve("out"), null);
        modules = Aot.translate(request.withInterface(directory.resolve("interface"))).modules();
    }

    private static String text(String name) {
        return modules.stream().filter(module -> module.name().equals(name)).findFirst().orElseThrow().text();
    }

    @Test
    void callsOfOpenMethodsStayVirtual() {
        assertFalse(text("closed.Main").contains(AREA.formatted("open")), "the call must go through the vtable");
    }

    @Test
    void callsOfClosedMethodsAreDirect() {
        assertTrue(text("closed.Main").contains("call i32 @\"closed.Closed.area:()I\""));
    }

    @Test
    void publicMethodsOfOpenClassesAreThere() {
        assertTrue(text("open.Shape").contains("@\"open.Shape.unused:()I\""));
        assertFalse(text("closed.Closed").contains("@\"closed.Closed.unused:()I\""));
    }

    /** The part of the interface file that describes the open package, and the end of it. */
    @Test
    void theInterfaceTellsWhatIsOpen() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("interface"));
        assertEquals("blog_os interface 1", lines.get(0));
        assertEquals("target kernel", lines.get(1));
        int start = lines.indexOf("class open/Shape ready 16 java/lang/Object open/Sized");
        int end = start + 1;
        while (lines.get(end).startsWith(" ")) {
            end++;
        }
        assertEquals(List.of("  field sides:I 8", "  static LIMIT:J", "  slot area()I", "  slot unused()I", "  method <init>()V",
                "  method area()I", "  method unused()I"), lines.subList(start + 1, end));
        assertTrue(lines.containsAll(List.of("closed closed/Closed", "selector size()I", "class open/Sized ready 8 java/lang/Object",
                "class java/lang/String ready 24 java/lang/Object java/io/Serializable java/lang/Comparable java/lang/CharSequence"
                        + " java/lang/constant/Constable java/lang/constant/ConstantDesc")));
        assertEquals("hash " + InterfaceFile.read(directory.resolve("interface")).hashText(), lines.get(lines.size() - 1));
    }

    @Test
    void theKernelCanExport() {
        String exports = text("exports");
        assertTrue(exports.contains("\".long \\22class:open.Shape\\22 + 4294967296\""), exports.substring(0, 1000));
        assertFalse(exports.contains("closed.Closed"));
    }
}
