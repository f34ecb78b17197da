package blogos.kernel.process;

import blogos.aot.api.Bytes;
import blogos.initrd.Initrd;
import blogos.initrd.InitrdEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Which programs the kernel runs by itself: the paths in {@code /etc/autorun} of the initial RAM disk, one a line
 * (empty lines and those that begin with {@code #} do not count); without that file {@code /init} alone.
 */
final class InitialPrograms {
    private static final String LIST = "/etc/autorun";
    private static final String DEFAULT = "/init";
    private static final int MAX_LIST_BYTES = 64 << 10;

    private InitialPrograms() {}

    /** The paths, in order. */
    static List<String> of(Initrd initrd) {
        InitrdEntry list = initrd.find(LIST);
        return list == null ? List.of(DEFAULT) : parse(list.contents());
    }

    private static List<String> parse(Bytes contents) {
        byte[] bytes = new byte[(int) Math.min(contents.length(), MAX_LIST_BYTES)];
        contents.copyTo(0, bytes, 0, bytes.length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> paths = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end).trim();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                paths.add(line);
            }
            start = end + 1;
        }
        return paths;
    }
}
