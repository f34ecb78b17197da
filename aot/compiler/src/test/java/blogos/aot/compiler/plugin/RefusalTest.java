package blogos.aot.compiler.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import blogos.aot.compiler.model.InterfaceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are refused: by the loader in the host, and by the compiler. */
class RefusalTest {
    private static final int MACHINE = 18;

    @TempDir
    private static Path directory;

    private PluginBuilds builds;
    private byte[] plugin;

    @BeforeEach
    void build() throws IOException {
        builds = new PluginBuilds(directory);
        plugin = Files.readAllBytes(builds.plugin("other", Profile.DEBUG));
    }

    private void assertRefused(String reason, byte[]... files) throws IOException {
        HostRun run = HostRun.of(directory, builds.host(Profile.DEBUG), Map.of(), List.of(files), "run");
        assertTrue(run.output().endsWith("refused: " + reason + "\n"), run.output() + run.error());
        assertEquals(0, run.status());
    }

    private String compileError(String module, Path against, Path... classPath) {
        return assertThrows(CompileException.class, () -> PluginBuilds.plugin(
                List.of(classPath), module, against, Profile.DEBUG, directory.resolve("refused"))).getMessage();
    }

    /** Compiles a plug-in of one class {@code p.Main}. */
    private Path compile(String body) throws IOException {
        Path sources = Files.createTempDirectory(directory, "sources");
        Files.writeString(sources.resolve("Main.java"), "package p; import host.api.*; import java.util.*; " + body);
        Path classes = Files.createTempDirectory(directory, "classes");
        Files.writeString(sources.resolve("module-info.java"), "module p { requires host; requires static blogos.aot.api; }");
        PluginBuilds.compile(sources, List.of(builds.classes("host"), PluginBuilds.runtime().get(0), PluginBuilds.runtime().get(1)), classes);
        return classes;
    }

    @Test
    void whatIsNoPlugIn() throws IOException {
        assertRefused("not an ELF file", new byte[0]);
        assertRefused("not an ELF file", "#!/bin/sh\n".repeat(100).getBytes());
        byte[] other = plugin.clone();
        other[MACHINE] = (byte) 183;
        assertRefused("an ELF file for another machine than x86-64: number 183", other);
        assertRefused("not a plug-in: ELF file of type 2", Files.readAllBytes(builds.host(Profile.DEBUG)));
        assertRefused("damaged file: program headers", Arrays.copyOf(plugin, 100));
        assertRefused("damaged file: a segment's bounds", Arrays.copyOf(plugin, 5000));
    }

    @Test
    void aDamagedFile() throws IOException {
        byte[] damaged = plugin.clone();
        damaged[0x1000] ^= 1;
        assertRefused("damaged file: checksum", damaged);
    }

    @Test
    void randomDamage() throws IOException {
        long seed = new Random().nextLong();
        HostRun run = HostRun.of(directory, builds.host(Profile.DEBUG), Map.of(), List.of(plugin), "damage", String.valueOf(seed));
        assertEquals("all handled\nthe real one loads\n", run.output(), "seed " + seed + "\n" + run.error());
    }

    @Test
    void aSymbolThatTheHostLacks() throws IOException {
        Path file = Files.write(directory.resolve("unresolved"), plugin);
        ByteBuffer bytes = ByteBuffer.wrap(plugin).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong(32);
        int segment = (int) bytes.getLong(header + 4 * 56 + 8);
        int lastSymbol = segment + 64 + 4 * bytes.getInt(segment + 4) + 4 * bytes.getInt(segment + 8) + 8 * bytes.getInt(segment + 12) - 4;
        bytes.putInt(lastSymbol, 1_000_000);
        Files.write(file, plugin);
        PluginFile.seal(file);
        assertRefused("unresolved symbol number 1000000", Files.readAllBytes(file));
    }

    @Test
    void theSamePlugInTwice() throws IOException {
        assertRefused("a plug-in with the class other.Main is loaded already", plugin, plugin);
    }

    @Test
    void aChangedInterface() throws IOException {
        Path sources = Files.createTempDirectory(directory, "changed");
        try (var files = Files.walk(PluginBuilds.sources("host"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = sources.resolve(PluginBuilds.sources("host").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("public class Square extends Shape {", """
                        public class Square extends Shape {
                            /** New. */
                            public double side() { return side; }
                        """));
            }
        }
        Path classes = directory.resolve("changedClasses");
        PluginBuilds.compile(sources, PluginBuilds.runtime(), classes);
        Path changed = directory.resolve("changedInterface");
        new Aot(CompileListener.NONE).compile(PluginBuilds.request(
                List.of(classes), "host.main.Main", Profile.DEBUG, directory.resolve("changedHost")).withInterface(changed));
        Path output = directory.resolve("changedPlugin");
        PluginBuilds.plugin(List.of(builds.classes("other"), classes), "other", changed, Profile.DEBUG, output);
        assertRefused("compiled against the interface " + InterfaceFile.read(changed).hashText()
                + ", but this image has the interface " + InterfaceFile.read(builds.interfaceFile(Profile.DEBUG)).hashText(),
                Files.readAllBytes(output));
        assertEquals("the class host.api.Square is not the one that the host was compiled with: "
                + "compile the host again, or use its class files",
                compileError("other", changed, builds.classes("other"), builds.classes("host")));
    }

    @Test
    void anInterfaceFileThatIsNone() throws IOException {
        Path file = directory.resolve("noInterface");
        assertEquals("cannot read the interface file " + file + ": " + file, compileError("other", file, builds.classes("other")));
        List<String> lines = Files.readAllLines(builds.interfaceFile(Profile.DEBUG));
        lines.remove(40);
        Files.write(file, lines);
        assertEquals(file + " is not an interface file, or is damaged", compileError("other", file, builds.classes("other")));
    }

    @Test
    void whatTheHostDoesNotExport() throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        Path sources = Files.createTempDirectory(directory, "sources");
        Files.writeString(sources.resolve("Intruder.java"),
                "package host.main; public class Intruder { public String toString() { Exercise.run(null); return null; } }");
        PluginBuilds.compileOnClassPath(sources, builds.classes("host"), classes);
        String error = assertThrows(CompileException.class, () -> new Aot(CompileListener.NONE)
                .compile(PluginBuilds.request(List.of(classes, builds.classes("host")),
                "host.main.Intruder", Profile.DEBUG, directory.resolve("intruder")).asPluginFor(builds.interfaceFile(Profile.DEBUG))))
                .getMessage();
        assertTrue(error.contains("the class host.main.Exercise belongs to the host, which does not export it"), error);
    }

    @Test
    void aMainClassThatCannotBeMade() throws IOException {
        Path classes = compile("public abstract class Main implements Service { }");
        assertEquals("p.Main cannot be the main class of a plug-in: it needs a constructor without parameters and must not be abstract",
                compileError("p", builds.interfaceFile(Profile.DEBUG), classes, builds.classes("host")));
    }

    @Test
    void contextsInAPlugIn() throws IOException {
        Path classes = compile("public class Main implements Service { public String name() { tick(); return \"\"; } "
                + "public void work(Host h) { } @blogos.aot.api.Interrupt static void tick() { } }");
        assertEquals("p.Main.tick()V is @Interrupt, which is not possible in a plug-in",
                compileError("p", builds.interfaceFile(Profile.DEBUG), classes, builds.classes("host")));
    }
}
