package blogos.kernel;

import blogos.boot.BootInfo;
import blogos.hal.DirectMap;
import blogos.hal.PhysAddr;
import java.util.ArrayList;
import java.util.List;

/** The options that the boot loader was given for the kernel: words, with values in {@code name=value}. */
public final class CommandLine {
    private final List<String> words = new ArrayList<>();

    /** The words of a text. */
    public CommandLine(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** What a boot loader was given. */
    static CommandLine of(BootInfo info) {
        int length = (int) info.commandLineLength();
        return new CommandLine(
                DirectMap.bytes(PhysAddr.of(info.commandLineStart()), length).latin1(0, length));
    }

    /** Whether a word is there. */
    public boolean has(String word) {
        return words.contains(word);
    }

    /** The value of the last {@code name=value}; null if there is none. */
    public String value(String name) {
        String value = null;
        for (String word : words) {
            if (word.length() > name.length() && word.startsWith(name) && word.charAt(name.length()) == '=') {
                value = word.substring(name.length() + 1);
            }
        }
        return value;
    }
}
