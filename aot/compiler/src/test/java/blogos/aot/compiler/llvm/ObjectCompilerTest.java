package blogos.aot.compiler.llvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectCompilerTest {
    private static final CodegenOptions OPTIONS = CodegenOptions.of(Target.LINUX, Profile.DEBUG);
    private static final String INCREMENT = "define i64 @increment(i64 %x) { %y = add i64 %x, 1\n ret i64 %y }";

    @TempDir
    Path directory;

    private ObjectCompiler compiler;

    @BeforeEach
    void makeCompiler() {
        compiler = new ObjectCompiler(directory, 1 << 20);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void compilesForEveryTargetAndProfile(Target target) throws IOException {
        for (Profile profile : Profile.values()) {
            Path object = compile("increment", INCREMENT, CodegenOptions.of(target, profile));
            byte[] bytes = Files.readAllBytes(object);
            assertArrayEquals(new byte[] {0x7f, 'E', 'L', 'F'}, Arrays.copyOf(bytes, 4));
        }
    }

    @Test
    void keepsTheOrderOfTheModules() {
        List<IrModule> modules = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            modules.add(new IrModule("module" + i, "define i32 @f" + i + "() { ret i32 " + i + " }"));
        }
        List<String> heard = new ArrayList<>();
        List<ObjectFile> objects =
                compiler.compileAll(modules, OPTIONS, (done, total, name) -> heard.add(done + "/" + total));
        assertEquals(20, heard.size());
        assertEquals("20/20", heard.get(19));
        for (int i = 0; i < 20; i++) {
            assertEquals("module" + i, objects.get(i).name());
        }
        List<Path> paths = objects.stream().map(ObjectFile::path).toList();
        assertEquals(20, paths.stream().distinct().count());
        assertEquals(objects, compiler.compileAll(modules, OPTIONS, (done, total, name) -> {
            throw new AssertionError(name + " was compiled again");
        }));
    }

    @Test
    void compilesAgainForOtherTextOptionsOrName() {
        Path object = compile("increment", INCREMENT, OPTIONS);
        assertNotEquals(object, compile("increment", INCREMENT.replace('1', '2'), OPTIONS));
        assertNotEquals(object, compile("other", INCREMENT, OPTIONS));
        assertNotEquals(object, compile("increment", INCREMENT, CodegenOptions.of(Target.LINUX, Profile.RELEASE)));
        assertNotEquals(object, compile("increment", INCREMENT, CodegenOptions.of(Target.KERNEL, Profile.DEBUG)));
        CodegenOptions newer = new CodegenOptions(Target.LINUX, Profile.DEBUG, "x86-64-v2", "");
        assertNotEquals(object, compile("increment", INCREMENT, newer));
    }

    @Test
    void makesTheSameBytesAgain() throws IOException {
        byte[] first = Files.readAllBytes(compile("increment", INCREMENT, OPTIONS));
        compiler = new ObjectCompiler(directory.resolve("other"), 1 << 20);
        assertArrayEquals(first, Files.readAllBytes(compile("increment", INCREMENT, OPTIONS)));
    }

    @Test
    void repairsAnEntryThatWasCutShort() throws IOException {
        Path object = compile("increment", INCREMENT, OPTIONS);
        Files.write(object, new byte[0]);
        assertEquals(object, compile("increment", INCREMENT, OPTIONS));
        assertNotEquals(0, Files.size(object));
    }

    @Test
    void anErrorNamesModuleAndPlace() {
        fails("java.util.ArrayList:1:23: error: value doesn't match", "define i32 @f() { ret i64 0 }");
    }

    @Test
    void anErrorOfTheVerifierNamesTheModule() {
        fails("does not dominate", """
                define i32 @f(i1 %c) {
                    br i1 %c, label %a, label %b
                a:
                    %x = add i32 1, 1
                    br label %b
                b:
                    ret i32 %x
                }
                """);
    }

    @Test
    void anErrorInAssemblyDoesNotEndTheProcess() {
        String function = "define void @f() { call void asm sideeffect %s ret void }";
        fails("invalid instruction mnemonic 'bogus'", String.format(function, "\"bogus\", \"\"()"));
        fails("couldn't allocate input reg", String.format(function, "\"nop\", \"{bogus}\"(i32 1)"));
    }

    @Test
    void debugInformationIsNeverDroppedSilently() {
        fails("ignoring debug info", "define void @f() !dbg !1 { ret void }\n!1 = distinct !DISubprogram(name: \"f\")");
    }

    @Test
    void anErrorLeavesTheOtherModulesUsable() {
        List<IrModule> modules = List.of(new IrModule("good", INCREMENT), new IrModule("bad", "define"));
        CompileException e = assertThrows(
                CompileException.class, () -> compiler.compileAll(modules, OPTIONS, CompileListener.NONE));
        assertTrue(e.getMessage().contains("module bad"), e.getMessage());
        compile("good", INCREMENT, OPTIONS);
    }

    @Test
    void anUnwritableCacheIsAnErrorThatNamesIt() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        ObjectCompiler unusable = new ObjectCompiler(file.resolve("objects"), 1 << 20);
        List<IrModule> modules = List.of(new IrModule("increment", INCREMENT));
        CompileException e = assertThrows(
                CompileException.class, () -> unusable.compileAll(modules, OPTIONS, CompileListener.NONE));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }

    private Path compile(String name, String text, CodegenOptions options) {
        return compiler.compileAll(List.of(new IrModule(name, text)), options, CompileListener.NONE).get(0).path();
    }

    private void fails(String message, String text) {
        CompileException e = assertThrows(CompileException.class, () -> compile("java.util.ArrayList", text, OPTIONS));
        assertTrue(e.getMessage().contains("java.util.ArrayList"), e.getMessage());
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
