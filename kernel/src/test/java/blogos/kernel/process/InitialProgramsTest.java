package blogos.kernel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.aot.api.Bytes;
import blogos.initrd.Initrd;
import blogos.initrd.InitrdException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialProgramsTest {
    private static String member(String name, String contents) {
        StringBuilder member = new StringBuilder("070701");
        int[] fields = {1, 0100644, 0, 0, 1, 0, contents.length(), 0, 0, 0, 0, name.length() + 1, 0};
        for (int field : fields) {
            member.append(String.format("%08x", field));
        }
        return pad(pad(member.append(name).append('\0')).append(contents)).toString();
    }

    private static StringBuilder pad(StringBuilder text) {
        while (text.length() % 4 != 0) {
            text.append('\0');
        }
        return text;
    }

    private static List<String> programs(String archive) throws InitrdException {
        String complete = archive + member("TRAILER!!!", "");
        return InitialPrograms.of(Initrd.parse(Bytes.copyForTest(complete.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void withoutAListThereIsInit() throws InitrdException {
        assertEquals(List.of("/init"), programs(""));
    }

    @Test
    void theListIsRead() throws InitrdException {
        assertEquals(
                List.of("/bin/a", "/bin/b", "/c"),
                programs(member("etc/autorun", "/bin/a\n\n# nothing\n  /bin/b \r\n/c")));
    }

    @Test
    void theListMayBeEmpty() throws InitrdException {
        assertEquals(List.of(), programs(member("etc/autorun", "")));
    }
}
