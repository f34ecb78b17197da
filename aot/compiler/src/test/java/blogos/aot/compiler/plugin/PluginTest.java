package blogos.aot.compiler.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.llvm.Profile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plug-ins of a host on Linux: that nothing shows where the border is, and that they come and go. */
class PluginTest {
    private static final String UNLOADING = """
            instance held: false
            called from it: false
            constant object held: false
            class held: false
            nothing held: true, false
            again: true
            its text: no host: 1
            its frames are gone: failure
            the plug-in is unloaded
            the second time: true
            """;

    @TempDir
    private static Path directory;

    private static HostRun run(Profile profile, Map<String, String> environment, List<String> plugins, String... arguments)
            throws IOException {
        PluginBuilds builds = new PluginBuilds(directory);
        List<byte[]> files = new ArrayList<>();
        for (String plugin : plugins) {
            files.add(Files.readAllBytes(builds.plugin(plugin, profile)));
        }
        return HostRun.of(directory, builds.host(profile), environment, files, arguments);
    }

    /** What the same classes print as one program. */
    private static HostRun onHotSpot(String... plugins) throws IOException {
        PluginBuilds builds = new PluginBuilds(directory);
        StringBuilder path = new StringBuilder(builds.classes("host").toString());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-ShowCodeDetailsInExceptionMessages", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp", "",
                "host.main.OnHotSpot"));
        for (String plugin : plugins) {
            path.append(File.pathSeparator).append(builds.classes(plugin));
            command.add((plugin.equals("border") ? "plug" : plugin) + ".Main");
        }
        command.set(5, path.toString());
        return HostRun.run(directory, command, Map.of(), new byte[0]);
    }

    private static void assertSame(HostRun expected, HostRun actual) {
        assertEquals(expected.output(), actual.output(), actual.error());
        assertEquals(expected.error(), actual.error());
        assertEquals(expected.status(), actual.status());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theBorderDoesNotShow(Profile profile) throws IOException {
        assertSame(onHotSpot("border"), run(profile, Map.of(), List.of("border"), "run"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theBorderDoesNotShowToTheCollector(Profile profile) throws IOException {
        assertSame(onHotSpot("border"), run(profile, Map.of("BLOGOS_GC_STRESS", "5"), List.of("border"), "run"));
    }

    @Test
    void plugInsCallEachOther() throws IOException {
        assertSame(onHotSpot("giver", "taker"), run(Profile.DEBUG, Map.of(), List.of("giver", "taker"), "run"));
    }

    @Test
    void profilesMix() throws IOException {
        PluginBuilds builds = new PluginBuilds(directory);
        byte[] release = Files.readAllBytes(builds.plugin("other", Profile.RELEASE));
        HostRun run = HostRun.of(directory, builds.host(Profile.DEBUG), Map.of(), List.of(release), "unload");
        assertEquals(UNLOADING, run.output(), run.error());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void unloadedWhenUnused(Profile profile) throws IOException {
        HostRun run = run(profile, Map.of(), List.of("other"), "unload");
        assertEquals(UNLOADING, run.output(), run.error());
        HostRun stressed = run(profile, Map.of("BLOGOS_GC_STRESS", "1"), List.of("other"), "unload");
        assertEquals(UNLOADING, stressed.output(), stressed.error());
    }

    /** A thousand images would not fit into the 100 MB of address space. */
    @Test
    void aThousandTimes() throws IOException {
        PluginBuilds builds = new PluginBuilds(directory);
        byte[] plugin = Files.readAllBytes(builds.plugin("other", Profile.DEBUG));
        assertTrue(plugin.length * 1000L > 100_000_000L);
        Path limited = directory.resolve("limited");
        Files.writeString(limited, "#!/bin/sh\nulimit -v 100000\nexec " + builds.host(Profile.DEBUG) + " \"$@\"\n");
        assertTrue(limited.toFile().setExecutable(true));
        HostRun run = HostRun.of(directory, limited, Map.of(), List.of(plugin), "many", "1000");
        assertEquals("grown: 0\n", run.output(), run.error());
    }

    @Test
    void aConstructorThatThrows() throws IOException {
        HostRun run = run(Profile.DEBUG, Map.of(), List.of("failing"), "run");
        assertEquals(1, run.status());
        assertTrue(run.error().startsWith("Exception in thread \"main\" java.lang.IllegalStateException: does not start\n"
                + "\tat failing.Main.<init>(Main.java:9)\n"), run.error());
        assertTrue(run.error().contains("\tat host.main.Main.run(Main.java:"), run.error());
        assertFalse(run.error().contains("Plugin"), run.error());
    }
}
