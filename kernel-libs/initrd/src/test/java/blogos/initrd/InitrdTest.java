package blogos.initrd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InitrdTest {
    private static final int FILE = 0100644;
    private static final int DIRECTORY = 040755;

    /** Writes archives for the tests. */
    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer add(String name, int mode, String contents) {
            return add("070701", name, mode, 1, 1, contents, 0);
        }

        Writer add(String magic, String name, int mode, int inode, int links, String contents, int checksum) {
            byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
            byte[] data = contents.getBytes(StandardCharsets.UTF_8);
            StringBuilder header = new StringBuilder(magic);
            int[] fields = {inode, mode, 0, 0, links, 0, data.length, 0, 0, 0, 0, nameBytes.length + 1, checksum};
            for (int field : fields) {
                header.append(String.format("%08X", field));
            }
            out.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(nameBytes);
            out.write(0);
            pad();
            out.writeBytes(data);
            pad();
            return this;
        }

        byte[] end() {
            add("TRAILER!!!", 0, "");
            return out.toByteArray();
        }

        private void pad() {
            while (out.size() % 4 != 0) {
                out.write(0);
            }
        }
    }

    private static Initrd parse(byte[] archive) throws InitrdException {
        return Initrd.parse(Bytes.copyForTest(archive));
    }

    private static String text(InitrdEntry entry) {
        return entry.contents().latin1(0, (int) entry.contents().length());
    }

    private static byte[] sample() {
        return new Writer()
                .add(".", DIRECTORY, "")
                .add("bin", DIRECTORY, "")
                .add("./bin/init", FILE, "program")
                .add("/etc//autorun", FILE, "/bin/init\n")
                .add("empty", FILE, "")
                .end();
    }

    @Test
    void findsFilesUnderAbsolutePaths() throws InitrdException {
        Initrd initrd = parse(sample());
        assertEquals(5, initrd.entries().size());
        assertEquals("program", text(initrd.find("/bin/init")));
        assertEquals("/bin/init\n", text(initrd.find("/etc/autorun")));
        assertEquals(0, initrd.find("/empty").contents().length());
        assertTrue(initrd.find("/bin").isDirectory());
        assertTrue(initrd.find("/").isDirectory());
        assertTrue(initrd.find("/bin/init").isRegularFile());
        assertFalse(initrd.find("/bin/init").isSymbolicLink());
        assertEquals(FILE, initrd.find("/bin/init").mode());
        assertNull(initrd.find("bin/init"));
        assertNull(initrd.find("/nothing"));
    }

    @Test
    void archiveOfNothing() throws InitrdException {
        assertEquals(0, parse(new Writer().end()).entries().size());
    }

    @Test
    void allNamesOfAnObjectHaveItsContents() throws InitrdException {
        Initrd initrd = parse(new Writer()
                .add("070701", "a", FILE, 7, 2, "", 0)
                .add("070701", "b", FILE, 7, 2, "shared", 0)
                .add("070701", "c", FILE, 8, 2, "", 0)
                .end());
        assertEquals("shared", text(initrd.find("/a")));
        assertEquals("shared", text(initrd.find("/b")));
        assertEquals(0, initrd.find("/c").contents().length());
    }

    @Test
    void checksumsAreChecked() throws InitrdException {
        assertNotNull(parse(new Writer()
                        .add("070702", "a", FILE, 1, 1, "ab", 'a' + 'b')
                        .end())
                .find("/a"));
        byte[] wrong = new Writer().add("070702", "a", FILE, 1, 1, "ab", 1).end();
        assertThrows(InitrdException.class, () -> parse(wrong));
    }

    @Test
    void namesMayBeUtf8() throws InitrdException {
        assertNotNull(parse(new Writer().add("\u00fcber", FILE, "x").end()).find("/\u00fcber"));
    }

    @Test
    void namesMayEndWithSeveralNuls() throws InitrdException {
        assertEquals("x", text(parse(new Writer().add("bin/a" + "\0".repeat(4100), FILE, "x").end()).find("/bin/a")));
        byte[] inside = new Writer().add("bin\0a", FILE, "x").end();
        assertThrows(InitrdException.class, () -> parse(inside));
    }

    @Test
    void damageIsReported() {
        assertThrows(InitrdException.class, () -> parse(new byte[0]));
        assertThrows(InitrdException.class, () -> parse(new byte[4096]));
        byte[] twice = new Writer().add("a", FILE, "").add("./a", FILE, "").end();
        assertThrows(InitrdException.class, () -> parse(twice));
        byte[] escaping = new Writer().add("a/../../b", FILE, "").end();
        assertThrows(InitrdException.class, () -> parse(escaping));
    }

    @Test
    void everyTruncationIsReported() {
        byte[] archive = sample();
        int lastHeader = archive.length - 124;
        for (int length = 0; length < archive.length; length++) {
            byte[] part = Arrays.copyOf(archive, length);
            boolean onlyPaddingLost = length >= lastHeader + 110 + 11;
            if (!onlyPaddingLost) {
                assertThrows(InitrdException.class, () -> parse(part), "length " + length);
            }
        }
    }

    @Test
    void mutationsNeitherHangNorEscape() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            byte[] archive = sample();
            Random random = new Random(1);
            for (int round = 0; round < 20_000; round++) {
                byte[] mutant = archive.clone();
                int changes = 1 + random.nextInt(4);
                for (int i = 0; i < changes; i++) {
                    int digit = "0123456789abcdefF/.\0".charAt(random.nextInt(20));
                    mutant[random.nextInt(mutant.length)] = (byte) (random.nextBoolean() ? digit : random.nextInt());
                }
                try {
                    for (InitrdEntry entry : parse(mutant).entries()) {
                        text(entry);
                    }
                } catch (InitrdException e) {
                    assertNotNull(e.getMessage());
                }
            }
        });
    }
}
