package blogos.kernel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blogos.syscalls.InitialStack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StackImageTest {
    private static final long TOP = 0x7000_0000_1000L;

    private static String text(byte[] image, long address) {
        int start = (int) (address - (TOP - image.length));
        int end = start;
        while (image[end] != 0) {
            end++;
        }
        return new String(image, start, end - start, StandardCharsets.UTF_8);
    }

    @Test
    void hasArgumentsEnvironmentAndAuxiliaryVector() {
        StackImage stack = new StackImage();
        stack.addArgument("/bin/\u00fc");
        stack.addArgument("second");
        stack.addEnvironment("A=b");
        stack.addAuxiliary(InitialStack.AT_PAGESZ, 4096);
        byte[] image = stack.build(TOP);
        ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, image.length % 16);
        assertEquals(2, words.getLong());
        assertEquals("/bin/\u00fc", text(image, words.getLong()));
        assertEquals("second", text(image, words.getLong()));
        assertEquals(0, words.getLong());
        assertEquals("A=b", text(image, words.getLong()));
        assertEquals(0, words.getLong());
        assertEquals(InitialStack.AT_PAGESZ, words.getLong());
        assertEquals(4096, words.getLong());
        assertEquals(InitialStack.AT_NULL, words.getLong());
        assertEquals(0, image[image.length - 1]);
    }

    @Test
    void hasTheTerminatorsWithoutAnyOfThem() {
        byte[] image = new StackImage().build(TOP);
        assertEquals(48, image.length);
        for (byte b : image) {
            assertEquals(0, b);
        }
    }

    @Test
    void emptyEnvironmentIsTerminatedToo() {
        StackImage stack = new StackImage();
        stack.addArgument("x");
        stack.addAuxiliary(9, 0x1234);
        ByteBuffer words = ByteBuffer.wrap(stack.build(TOP)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1, words.getLong());
        words.getLong();
        assertEquals(0, words.getLong());
        assertEquals(0, words.getLong());
        assertEquals(9, words.getLong());
        assertEquals(0x1234, words.getLong());
        assertEquals(0, words.getLong());
    }
}
