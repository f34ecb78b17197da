package blogos.kernel.process;

import blogos.syscalls.InitialStack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes the bytes that a program finds on its stack when it starts: see {@link InitialStack}. */
final class StackImage {
    private static final int WORD = 8;
    private static final int ALIGNMENT = 16;

    private final List<String> arguments = new ArrayList<>();
    private final List<String> environment = new ArrayList<>();
    private final List<Long> auxiliary = new ArrayList<>();

    /** Adds an argument; the first is the program's path. */
    void addArgument(String argument) {
        arguments.add(argument);
    }

    /** Adds an environment string, {@code NAME=value}. */
    void addEnvironment(String entry) {
        environment.add(entry);
    }

    /** Adds a pair to the auxiliary vector. */
    void addAuxiliary(long tag, long value) {
        auxiliary.add(tag);
        auxiliary.add(value);
    }

    /**
     * The bytes, whose last one lies just below {@code top}. The stack pointer is {@code top} less their number, a
     * multiple of 16.
     *
     * @param top address above the stack, a multiple of 16
     */
    byte[] build(long top) {
        byte[][] texts = texts();
        int textBytes = 0;
        for (byte[] text : texts) {
            textBytes += text.length + 1;
        }
        int words = 1 + arguments.size() + 1 + environment.size() + 1 + auxiliary.size() + 2;
        int size = (words * WORD + textBytes + ALIGNMENT - 1) & -ALIGNMENT;
        byte[] image = new byte[size];

        int slot = store(image, 0, arguments.size());
        int textOffset = size - textBytes;
        for (int i = 0; i < texts.length; i++) {
            if (i == arguments.size()) {
                slot = store(image, slot, 0);
            }
            slot = store(image, slot, top - size + textOffset);
            System.arraycopy(texts[i], 0, image, textOffset, texts[i].length);
            textOffset += texts[i].length + 1;
        }
        slot += environment.isEmpty() ? 2 * WORD : WORD;
        for (long word : auxiliary) {
            slot = store(image, slot, word);
        }
        store(image, slot, InitialStack.AT_NULL);
        return image;
    }

    private byte[][] texts() {
        byte[][] texts = new byte[arguments.size() + environment.size()][];
        int count = 0;
        for (String argument : arguments) {
            texts[count] = argument.getBytes(StandardCharsets.UTF_8);
            count++;
        }
        for (String entry : environment) {
            texts[count] = entry.getBytes(StandardCharsets.UTF_8);
            count++;
        }
        return texts;
    }

    /** Stores a little-endian word; answers the offset behind it. */
    private static int store(byte[] image, int offset, long word) {
        for (int i = 0; i < WORD; i++) {
            image[offset + i] = (byte) (word >> 8 * i);
        }
        return offset + WORD;
    }
}
