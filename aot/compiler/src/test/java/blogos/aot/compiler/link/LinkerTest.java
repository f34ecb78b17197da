package blogos.aot.compiler.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Bytes;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;
import blogos.elf.SymbolTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkerTest {
    /** Something for every section. */
    private static final String PROGRAM = """
            @constant = constant [3 x i64] [i64 1, i64 2, i64 3]
            @variable = global i64 41
            @zero = global [100 x i64] zeroinitializer
            @trace = constant [TRACE x i8] zeroinitializer, section ".jtrace"
            declare void @callee()
            declare i32 @personality(...)
            define void @_start() uwtable personality ptr @personality {
                invoke void @callee() to label %done unwind label %pad
            done:
                %x = load i64, ptr @variable
                %y = add i64 %x, 1
                store i64 %y, ptr @zero
                call void asm sideeffect "syscall", "{rax},{rdi},~{rcx},~{r11},~{memory}"(i64 60, i64 %y)
                unreachable
            pad:
                %p = landingpad { ptr, i32 } catch ptr null
                unreachable
            }
            """.replace("TRACE", "10");
    private static final String LIBRARY = """
            define void @callee() noinline uwtable { ret void }
            define i32 @personality(...) { ret i32 0 }
            """;

    @TempDir
    Path directory;

    private TestImages images;

    @BeforeEach
    void makeImages() {
        images = new TestImages(directory);
    }

    @Test
    void aLinuxExecutableRuns() throws IOException, InterruptedException {
        Path program = images.link(Target.LINUX, "program", PROGRAM, LIBRARY);
        assertEquals(42, new ProcessBuilder(program.toString()).inheritIO().start().waitFor());
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void theLayoutIsThatOfTheContract(Target target) throws IOException, ElfException {
        ElfFile elf = read(images.link(target, "image", PROGRAM, LIBRARY));
        Map<String, Long> symbols = symbols(elf);
        String[] parts = target == Target.UEFI
                ? new String[] {"image", "text", "rodata", "data", "bss", "trace"}
                : new String[] {"image", "rodata", "text", "data", "bss", "trace"};
        for (int i = 0; i < parts.length; i++) {
            assertTrue(symbols.get("__" + parts[i] + "_start") < symbols.get("__" + parts[i] + "_end"), parts[i]);
            if (i >= 2) {
                long previousEnd = symbols.get("__" + parts[i - 1] + "_end");
                assertTrue(previousEnd <= symbols.get("__" + parts[i] + "_start"), parts[i]);
            }
        }
        assertTrue(symbols.get("__rodata_start") < symbols.get("__eh_frame_hdr_start"));
        assertTrue(symbols.get("__eh_frame_hdr_start") < symbols.get("__eh_frame_hdr_end"));
        assertTrue(symbols.get("__eh_frame_start") < symbols.get("__eh_frame_end"));
        assertTrue(symbols.get("__eh_frame_end") <= symbols.get("__rodata_end"));
        assertEquals(symbols.get("__image_end"), symbols.get("__trace_end"));
        assertEquals(switch (target) {
            case LINUX, USER -> 0x400000L;
            case KERNEL -> 0xffffffff80200000L;
            case UEFI -> 0L;
        }, symbols.get("__image_start"));
        assertEquals(symbols.get("_start"), elf.entry());
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void noSegmentIsWritableAndExecutable(Target target) throws IOException, ElfException {
        ElfFile elf = read(images.link(target, "image", PROGRAM, LIBRARY));
        int segments = 0;
        for (int i = 0; i < elf.programHeaderCount(); i++) {
            ProgramHeader segment = elf.programHeader(i);
            if (segment.occupiesMemory()) {
                segments++;
                assertFalse(segment.isWritable() && segment.isExecutable());
                assertEquals(0, segment.virtualAddress() % 4096);
                long offset = target == Target.KERNEL ? 0xffffffff80000000L : 0;
                assertEquals(segment.virtualAddress() - offset, segment.physicalAddress());
            }
        }
        assertEquals(4, segments);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void aLargerTraceTableMovesNothing(Target target) throws IOException, ElfException {
        Map<String, Long> small = symbols(read(images.link(target, "small", PROGRAM, LIBRARY)));
        String larger = PROGRAM.replace("[10 x i8]", "[100000 x i8]");
        Map<String, Long> large = symbols(read(images.link(target, "large", larger, LIBRARY)));
        Map<String, Long> moved = new TreeMap<>();
        large.forEach((name, address) -> {
            if (!address.equals(small.get(name))) {
                moved.put(name, address);
            }
        });
        assertEquals(2, moved.size(), moved.toString());
        assertTrue(moved.containsKey("__trace_end") && moved.containsKey("__image_end"), moved.toString());
    }

    @Test
    void theSameObjectsGiveTheSameBytes() throws IOException {
        Path first = images.link(Target.KERNEL, "first", PROGRAM, LIBRARY);
        Path second = images.link(Target.KERNEL, "second", PROGRAM, LIBRARY);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void manyObjectsAndOddNamesFit() throws IOException {
        String[] texts = new String[500];
        texts[0] = PROGRAM;
        texts[1] = LIBRARY;
        for (int i = 2; i < texts.length; i++) {
            texts[i] = "define i32 @\"pack.Type$" + i + ".method:(I)I\"(i32 %x) { ret i32 " + i + " }";
        }
        Path odd = Files.createDirectory(directory.resolve("a \"b\\c'"));
        assertTrue(Files.size(new TestImages(odd).link(Target.LINUX, "image", texts)) > 0);
    }

    @Test
    void anUndefinedSymbolIsAnErrorWithItsName() {
        CompileException e = assertThrows(CompileException.class, () -> images.link(Target.LINUX, "image", PROGRAM));
        assertTrue(e.getMessage().contains("undefined hidden symbol: callee"), e.getMessage());
        assertTrue(e.getMessage().contains("cannot link image"), e.getMessage());
    }

    @Test
    void anUnknownSectionIsAnError() {
        String text = "@x = global i32 1, section \".unknown\"\n" + PROGRAM;
        CompileException e = assertThrows(
                CompileException.class, () -> images.link(Target.LINUX, "image", text, LIBRARY));
        assertTrue(e.getMessage().contains(".unknown"), e.getMessage());
    }

    @Test
    void stripRemovesSymbols() throws IOException, ElfException {
        Path image = images.link(Target.LINUX, "image", PROGRAM, LIBRARY);
        Path stripped = directory.resolve("stripped");
        new Linker().strip(image, stripped);
        assertEquals(null, read(stripped).symbols());
        assertTrue(Files.isExecutable(stripped));
    }

    private static ElfFile read(Path image) throws IOException, ElfException {
        return ElfFile.parse(Bytes.copyForTest(Files.readAllBytes(image)));
    }

    private static Map<String, Long> symbols(ElfFile elf) throws ElfException {
        SymbolTable table = elf.symbols();
        Map<String, Long> symbols = new HashMap<>();
        for (int i = 0; i < table.count(); i++) {
            symbols.put(table.name(i), table.value(i));
        }
        return symbols;
    }
}
