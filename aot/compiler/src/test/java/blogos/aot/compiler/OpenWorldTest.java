package blogos.aot.compiler;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported packages of a kernel stay open to code that is loaded later; the others are closed. */
class OpenWorldTest {
    private static final String SHAPE = "public class Shape { public int area() { return 1; } public int unused() { return 2; } }";
    private static final String AREA = "call i32 @\"%s.Shape.area:()I\"";

    @TempDir
    private Path directory;

    private List<IrModule> modules;

    @BeforeEach
    void translate() throws IOException {
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
                "Shape.java", "package open; " + SHAPE,
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
        modules = Aot.translate(
                new Aot.Request(path, "closed.Main", Target.KERNEL, Profile.DEBUG, directory.resolve("out"), null)).modules();
    }

    private String text(String name) {
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
}
