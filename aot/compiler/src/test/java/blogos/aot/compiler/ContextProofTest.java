package blogos.aot.compiler;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.llvm.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not happen in interrupt handlers, under spin locks, before there are tasks and in the collector. */
class ContextProofTest {
    private static final String LOCK = """
            @AcquiresSpinLock static void lock() {}
            @ReleasesSpinLock static void unlock() {}
            static Object kept;
            """;

    @TempDir
    private Path directory;

    private void compile(String members) throws IOException {
        Sources.compile(directory,
                "module-info.java", "@blogos.aot.api.Trusted module m { requires blogos.aot.api; }",
                "Main.java", "package p; import blogos.aot.api.*; import java.util.function.*;\npublic class Main {\n" + members + "\n}\n");
        List<Path> path = new ArrayList<>(List.of(directory));
        path.addAll(Sources.runtime());
        Aot.translate(new Aot.Request(path, "p.Main", Target.LINUX, Profile.DEBUG, directory.resolve("out"), null));
    }

    private String error(String members) {
        return assertThrows(CompileException.class, () -> compile(members)).getMessage();
    }

    private static String main(String body) {
        return "public static void main(String[] a) { " + body + " }\n";
    }

    @Test
    void interruptTakesMonitor() {
        assertEquals("p.Main.tick()V is @Interrupt, but Main.java:4 may wait for a monitor\n  in p.Main.tick()V",
                error(main("tick();") + "\n@Interrupt static void tick() { synchronized (Main.class) { } }".replace("\n", "")));
    }

    @Test
    void interruptCallsSynchronizedMethod() {
        assertEquals("p.Main.tick()V is @Interrupt, but p.Main.turn()V may wait for a monitor (synchronized)\n"
                        + "  in p.Main.turn()V\n  called from p.Main.tick()V",
                error(main("tick();") + "@Interrupt static void tick() { turn(); } static synchronized void turn() {}"));
    }

    @Test
    void interruptBlocks() {
        assertEquals("p.Main.tick()V is @Interrupt, but p.Main.park()V may wait (@Blocks)\n"
                        + "  in p.Main.park()V\n  called from p.Main.tick()V",
                error(main("tick();") + "@Interrupt static void tick() { park(); } @Blocks static void park() {}"));
    }

    @Test
    void interruptRecursesThroughAnother() {
        String message = error(main("tick(1);") + "@Interrupt static void tick(int n) { even(n); }\n"
                + "static void even(int n) { if (n > 0) { odd(n - 1); } } static void odd(int n) { if (n > 0) { even(n - 1); } }");
        assertEquals("p.Main.tick(I)V is @Interrupt, but p.Main.even(I)V may call itself, so its stack has no bound\n"
                + "  in p.Main.even(I)V\n  called from p.Main.tick(I)V", message);
    }

    @Test
    void interruptCallsUnknownCode() {
        String message = error(main("tick();") + "@Interrupt static void tick() { call(Address.zero()); }\n"
                + "@CallPointer static native void call(Address code);");
        assertTrue(message.startsWith("p.Main.tick()V is @Interrupt, but p.Main.call(Lblogos/aot/api/Address;)V"
                + " calls machine code of which nothing is known\n"), message);
    }

    @Test
    void assemblyCallsJavaThatAllocates() {
        String message = error(main("enter();") + """
                @Interrupt @Asm(naked = true, value = {"call {p.Main.deeper}", "ret"}) static native void enter();
                static void deeper() { kept = new Object(); } static Object kept;
                """);
        assertEquals("p.Main.enter()V is @Interrupt, but Main.java:5 allocates a java.lang.Object\n"
                + "  in p.Main.deeper()V\n  called from p.Main.enter()V", message);
    }

    @Test
    void exemptEndsTheProof() {
        assertDoesNotThrow(() -> compile(main("tick();") + "@Interrupt static void tick() { deeper(); }\n"
                + "@Exempt(\"a test\") static void deeper() { kept = new Object(); } static Object kept;"));
    }

    @Test
    void allocatesBetweenLockAndUnlock() {
        assertEquals("p.Main.main([Ljava/lang/String;)V holds a spin lock where Main.java:4 allocates a java.lang.Object",
                error(main("lock();\nkept = new Object(); unlock();") + LOCK));
    }

    @Test
    void blocksBetweenLockAndUnlock() {
        assertEquals("p.Main.main([Ljava/lang/String;)V holds a spin lock at Main.java:3,"
                        + " but p.Main.park()V may wait (@Blocks)\n  in p.Main.park()V\n  called from p.Main.main([Ljava/lang/String;)V",
                error(main("lock(); try { park(); } finally { unlock(); }") + LOCK + "@Blocks static void park() {}"));
    }

    @Test
    void allocatesOnOnePathWithLock() {
        String message = error(main("if (a.length > 1) { lock(); }\nkept = new int[1];\nif (a.length > 1) { unlock(); }") + LOCK);
        assertEquals("p.Main.main([Ljava/lang/String;)V holds a spin lock where Main.java:4 allocates an array", message);
    }

    @Test
    void allocatesAfterUnlock() {
        assertDoesNotThrow(() -> compile(
                main("kept = new Object(); for (String s : a) { lock(); try { s.length(); } finally { unlock(); } kept = s + s; }") + LOCK));
    }

    @Test
    void holderOfSpinLockAllocates() {
        assertEquals("p.Main.locked()V is @HoldsSpinLock, but Main.java:4 allocates a java.lang.Object\n  in p.Main.locked()V",
                error(main("locked();") + "@HoldsSpinLock static void locked() { kept = new Object(); } static Object kept;"));
    }

    @Test
    void earlyBootBlocksButMayAllocate() {
        assertDoesNotThrow(() -> compile(main("early();") + "@EarlyBoot static void early() { kept = new Object(); } static Object kept;"));
        assertEquals("p.Main.early()V is @EarlyBoot, but p.Main.park()V may wait (@Blocks)\n  in p.Main.park()V\n  called from p.Main.early()V",
                error(main("early();") + "@EarlyBoot static void early() { park(); } @Blocks static void park() {}"));
    }

    @Test
    void collectorAllocates() {
        assertTrue(error(main("collect();") + "@InCollector static void collect() { kept = new byte[1]; } static Object kept;")
                .startsWith("p.Main.collect()V is @InCollector, but Main.java:4 allocates an array"));
    }

    @Test
    void overrideDropsContract() {
        String message = error(main("handler = new B(); handler.tick();") + """
                static A handler;
                static class A { @Interrupt void tick() {} }
                static class B extends A { @Override void tick() {} }
                """);
        assertEquals("p.Main$B.tick()V overrides p.Main$A.tick()V, which is @Interrupt: it must be so, too", message);
    }
}
