package blogos.aot.compiler.link;

import blogos.aot.compiler.CompileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** LLVM's {@code llvm-symbolizer}: what an image's debug information says about code addresses. */
public final class Symbolizer {
    private static final String UNKNOWN = "??";

    /**
     * One of the functions that are active at an address.
     *
     * @param function its name; empty if unknown
     * @param file path of the source file; empty if unknown
     * @param line 0 if unknown
     */
    public record Frame(String function, String file, int line) {}

    private final LinkerTools tools = LinkerTools.get();

    /**
     * Resolves addresses.
     *
     * @return for each address the active functions, innermost first, inlined ones included
     * @throws CompileException if the tool fails
     */
    public List<List<Frame>> resolve(Path image, long[] addresses) {
        try {
            Path input = Files.createTempFile("addresses", ".txt");
            try {
                StringBuilder text = new StringBuilder();
                for (long address : addresses) {
                    text.append("0x").append(Long.toHexString(address)).append('\n');
                }
                Files.writeString(input, text);
                Process process = new ProcessBuilder(tools.symbolizer().toString(), "--obj=" + image, "--functions=linkage", "--inlines")
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .start();
                List<List<Frame>> frames = read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                if (process.waitFor() != 0 || frames.size() != addresses.length) {
                    throw new CompileException("llvm-symbolizer cannot read " + image);
                }
                return frames;
            } finally {
                Files.delete(input);
            }
        } catch (IOException e) {
            throw new CompileException("cannot run llvm-symbolizer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompileException("interrupted", e);
        }
    }

    /** Two lines for each frame, the function and {@code path:line:column}, and an empty line after each address. */
    private static List<List<Frame>> read(String output) {
        List<List<Frame>> all = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        String function = null;
        for (String line : (Iterable<String>) output.lines()::iterator) {
            if (line.isEmpty() && function == null) {
                all.add(frames);
                frames = new ArrayList<>();
            } else if (function == null) {
                function = line.equals(UNKNOWN) ? "" : line;
            } else {
                int column = line.lastIndexOf(':');
                int number = line.lastIndexOf(':', column - 1);
                String file = line.substring(0, number);
                frames.add(new Frame(function, file.equals(UNKNOWN) ? "" : file, Integer.parseInt(line.substring(number + 1, column))));
                function = null;
            }
        }
        return all;
    }
}
