package blogos.runner.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.runner.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpioArchiveTest {
    private static final int HEADER = 110;

    @TempDir
    Path directory;

    @Test
    void anArchiveHasTheExpectedBytes() throws IOException {
        Path content = Files.writeString(directory.resolve("content"), "hello");
        Path archive = directory.resolve("archive");
        CpioArchive.write(archive, new TreeMap<>(Map.of("a", content)));
        String expected = "070701" + "00000001" + "000081A4" + "00000000" + "00000000" + "00000001" + "00000000"
                + "00000005" + "00000000".repeat(4) + "00000002" + "00000000" + "a\0hello\0\0\0"
                + "070701" + "00000000".repeat(4) + "00000001" + "00000000".repeat(6) + "0000000B" + "00000000"
                + "TRAILER!!!\0\0\0\0";
        assertEquals(expected, Files.readString(archive, StandardCharsets.ISO_8859_1));
    }

    @Test
    void filesAreReadBackInOrder() throws IOException {
        Files.createDirectories(directory.resolve("tree/bin/deep"));
        Files.writeString(directory.resolve("tree/init"), "init");
        Files.writeString(directory.resolve("tree/bin/b"), "");
        Files.writeString(directory.resolve("tree/bin/deep/\u00e4"), "x".repeat(1001));
        Path archive = directory.resolve("archive");

        SortedMap<String, Path> files = CpioArchive.filesBelow(directory.resolve("tree"));
        CpioArchive.write(archive, files);
        Map<String, byte[]> read = read(archive);

        assertEquals(List.of("bin/b", "bin/deep/\u00e4", "init"), List.copyOf(read.keySet()));
        assertArrayEquals("init".getBytes(), read.get("init"));
        assertEquals(0, read.get("bin/b").length);
        assertEquals(1001, read.get("bin/deep/\u00e4").length);
    }

    @Test
    void largeFilesBeginWithAPage() throws IOException {
        Path archive = directory.resolve("archive");
        TreeMap<String, Path> files = new TreeMap<>();
        for (int i = 1; i < 10; i++) {
            files.put("n".repeat(i), Files.writeString(directory.resolve("content" + i), "#" + "x".repeat(5000)));
            files.put("n".repeat(i) + "s", Files.writeString(directory.resolve("small" + i), "small"));
        }
        CpioArchive.write(archive, files);
        String text = Files.readString(archive, StandardCharsets.ISO_8859_1);
        int found = 0;
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            assertEquals(0, at % 4096);
            found++;
        }
        assertEquals(9, found);
    }

    @Test
    void aFileWithSeveralNamesIsStoredOnce() throws IOException {
        Path content = Files.writeString(directory.resolve("content"), "#" + "x".repeat(5000));
        Path archive = directory.resolve("archive");
        CpioArchive.write(archive, new TreeMap<>(Map.of("cat", content, "echo", content, "ls", content)));
        String text = Files.readString(archive, StandardCharsets.ISO_8859_1);
        assertEquals(text.indexOf('#'), text.lastIndexOf('#'));
        assertTrue(text.indexOf("ls") < text.indexOf('#') && text.indexOf("cat") < text.indexOf("echo"));
    }

    @Test
    void anExecutableFileStaysOne() throws IOException {
        Path program = Files.writeString(directory.resolve("program"), "");
        program.toFile().setExecutable(true);
        Path archive = directory.resolve("archive");
        CpioArchive.write(archive, new TreeMap<>(Map.of("program", program)));
        assertEquals("000081ED", Files.readString(archive).substring(14, 22));
    }

    @Test
    void aDirectoryMustBeThere() {
        UserError error = assertThrows(UserError.class, () -> CpioArchive.filesBelow(directory.resolve("none")));
        assertEquals(directory.resolve("none") + " is not a directory that can be read", error.getMessage());
    }

    private static Map<String, byte[]> read(Path archive) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(archive));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int at = 0; ; ) {
            int size = field(bytes, at, 6);
            int nameSize = field(bytes, at, 11);
            String name = text(bytes, at + HEADER, nameSize - 1);
            int data = align(at + HEADER + nameSize);
            if (name.equals("TRAILER!!!")) {
                assertEquals(bytes.limit(), data);
                return files;
            }
            byte[] content = new byte[size];
            bytes.get(data, content);
            files.put(name, content);
            at = align(data + size);
        }
    }

    private static int field(ByteBuffer bytes, int header, int index) {
        return Integer.parseInt(text(bytes, header + 6 + index * 8, 8), 16);
    }

    private static String text(ByteBuffer bytes, int offset, int length) {
        byte[] text = new byte[length];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int align(int offset) {
        return (offset + 3) & ~3;
    }
}
