package blogos.elf;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file's bytes are, reading everything in it ends with a result or an {@link ElfException}. */
class ElfFuzzTest {
    private static final int MUTANTS = 20_000;
    private static final long[] INTERESTING = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        64,
        0x1000
    };

    @Test
    void mutatedFilesNeverBreakTheReader() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(42);
            byte[] original = new ElfImage().toArray();
            Address memory = Address.allocateForTest(original.length);
            int rejected = 0;
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = original.clone();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    mutate(mutant, random);
                }
                memory.copyFrom(mutant, 0, mutant.length);
                int length = random.nextInt(8) == 0 ? random.nextInt(mutant.length) : mutant.length;
                rejected += readEverything(Bytes.of(memory, length)) ? 0 : 1;
            }
            assertTrue(rejected > MUTANTS / 4 && rejected < MUTANTS, rejected + " rejected");
        });
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        if (random.nextBoolean()) {
            bytes[at] = (byte) random.nextInt();
            return;
        }
        int size = Math.min(1 << random.nextInt(4), bytes.length - at);
        long value = INTERESTING[random.nextInt(INTERESTING.length)];
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }

    /** Whether the file was good. */
    private static boolean readEverything(Bytes bytes) {
        boolean good = true;
        ElfFile file;
        try {
            file = ElfFile.parse(bytes);
        } catch (ElfException e) {
            return false;
        }
        for (int i = 0; i < file.programHeaderCount(); i++) {
            sum(file.programHeader(i).contents());
        }
        for (int i = 0; i < file.sectionCount(); i++) {
            sum(file.section(i).contents());
            good &= readTables(file, file.section(i));
        }
        try {
            file.section(".nowhere");
            file.checkLoadable(0, -1);
            file.checkPhysicallyLoadable(0, -1);
        } catch (ElfException e) {
            good = false;
        }
        return good && Long.compareUnsigned(file.lowestAddress(), file.highestAddress()) <= 0;
    }

    private static boolean readTables(ElfFile file, Section section) {
        try {
            file.sectionName(section);
            if (section.type() == Section.SHT_SYMTAB) {
                SymbolTable symbols = file.symbols(section);
                symbols.find("nothing");
                symbols.findFunction(ElfImage.CODE_ADDRESS);
                for (int i = 0; i < symbols.count(); i++) {
                    symbols.name(i);
                }
            } else if (section.type() == Section.SHT_RELA) {
                RelocationTable relocations = file.relocations(section);
                for (int i = 0; i < relocations.count(); i++) {
                    relocations.addend(i);
                }
            }
            return true;
        } catch (ElfException e) {
            return false;
        }
    }

    private static int sum(Bytes bytes) {
        int sum = 0;
        for (long i = 0; i < bytes.length(); i++) {
            sum += bytes.u8(i);
        }
        return sum;
    }
}
