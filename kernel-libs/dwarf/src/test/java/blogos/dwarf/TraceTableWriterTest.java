package blogos.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.aot.runtime.TraceTable;
import blogos.elf.ElfException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTableWriterTest {
    @Test
    void everyAddressGivesItsFrames() {
        Random random = new Random(1);
        int deepest = 0;
        for (int round = 0; round < 12; round++) {
            RandomImage image = new RandomImage(random, 1 + random.nextInt(100));
            TraceTable table = TraceTable.of(Bytes.copyForTest(image.table()));
            for (long address = RandomImage.IMAGE_START - 1; address <= image.end; address++) {
                List<String> frames = frames(table, address);
                assertEquals(image.frames(address), frames, Long.toHexString(address));
                deepest = Math.max(deepest, frames.size());
            }
        }
        assertEquals(TraceFunction.MAX_DEPTH + 1, deepest);
    }

    @Test
    void anImageWithoutCodeGivesAnEmptyTable() {
        TraceTable table = TraceTable.of(Bytes.copyForTest(new RandomImage(new Random(1), 0).table()));
        assertFalse(table.find(0));
    }

    @Test
    void anImageMustDefineItsStart() throws Exception {
        byte[] file = InliningTest.resource("inlining-dwarf5.elf");
        byte[] name = "__image_start".getBytes(StandardCharsets.US_ASCII);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("__image_start");
        file[at + name.length - 1] = '_';
        assertThrows(DwarfException.class, () -> TraceTableWriter.write(file));
    }

    /** Tables of user programs are untrusted. */
    @Test
    void corruptTablesAreReadWithoutHarm() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(2);
            RandomImage image = new RandomImage(random, 60);
            byte[] original = image.table();
            Address memory = Address.allocateForTest(original.length);
            long size = image.end - RandomImage.IMAGE_START;
            for (int i = 0; i < 20_000; i++) {
                byte[] mutant = original.clone();
                for (int n = random.nextInt(6); n >= 0; n--) {
                    int range = random.nextInt(3) == 0 ? Math.min(200, mutant.length) : mutant.length;
                    mutant[random.nextInt(range)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
                }
                memory.copyFrom(mutant, 0, mutant.length);
                int length = random.nextInt(8) == 0 ? random.nextInt(mutant.length) : mutant.length;
                TraceTable table = TraceTable.of(Bytes.of(memory, length));
                for (int n = 0; n < 4; n++) {
                    readAll(table, random.nextInt((int) size));
                }
            }
        });
    }

    /** Malformed debugging information is an error, whatever is wrong with it. */
    @Test
    void corruptFilesAreErrors() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(3);
            int failures = 0;
            for (String name : new String[] {"inlining-dwarf4.elf", "inlining-dwarf5.elf"}) {
                byte[] original = InliningTest.resource(name);
                for (int i = 0; i < 1_500; i++) {
                    byte[] mutant = original.clone();
                    for (int n = random.nextInt(8); n >= 0; n--) {
                        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
                    }
                    failures += isReadable(mutant) ? 0 : 1;
                }
            }
            assertTrue(failures > 100, failures + " failures");
        });
    }

    private static boolean isReadable(byte[] file) {
        try {
            TraceTableWriter.write(file);
            return true;
        } catch (ElfException | DwarfException e) {
            return false;
        }
    }

    private static void readAll(TraceTable table, long pc) {
        int frames = 0;
        for (table.find(pc); table.hasFrame(); table.next()) {
            table.className();
            table.methodName();
            table.fileName();
            assertTrue(table.line() >= 0);
            assertTrue(frames++ <= TraceFunction.MAX_DEPTH);
        }
    }

    private static List<String> frames(TraceTable table, long address) {
        List<String> frames = new ArrayList<>();
        for (table.find(address - RandomImage.IMAGE_START); table.hasFrame(); table.next()) {
            String name = table.className() + "." + table.methodName();
            frames.add(name + " " + table.fileName() + " " + table.line());
        }
        return frames;
    }
}
