package blogos.runner.test;

import blogos.aot.compiler.link.Symbolizer;
import blogos.aot.compiler.llvm.Profile;
import blogos.aot.runtime.TraceTable;
import blogos.dwarf.HostMemory;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.Section;
import blogos.runner.build.SystemImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The kernel's own table of lines, by which its backtraces are made, against LLVM's reading of the debug information:
 * both must say the same of any address, with all inlined frames.
 */
public final class SymbolTests implements Suite {
    private static final int ADDRESSES = 10_000;
    private static final int SHOWN = 10;
    private static final long SEED = 42;

    /** Makes the images of a profile. */
    @FunctionalInterface
    public interface ImageSource {
        /** The images, built when asked for. */
        SystemImages images(Profile profile) throws IOException;
    }

    private final ImageSource source;

    /** The tests of a system's kernel, in both profiles. */
    public SymbolTests(ImageSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "symbols";
    }

    @Override
    public List<TestResult> run() throws IOException {
        List<TestResult> results = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            String name = "kernel-" + profile.name().toLowerCase(Locale.ROOT);
            String problem = compare(source.images(profile).kernel());
            results.add(problem.isEmpty() ? TestResult.passed(name) : TestResult.failed(name, problem));
        }
        return results;
    }

    private static String compare(Path kernel) throws IOException {
        try (HostMemory memory = new HostMemory(Files.readAllBytes(kernel))) {
            ElfFile file = ElfFile.parse(memory.bytes());
            TraceTable table = TraceTable.of(file.section(".jtrace").contents());
            Section text = file.section(".text");
            long[] addresses = new Random(SEED)
                    .longs(ADDRESSES, text.address(), text.address() + text.size())
                    .toArray();
            List<List<Symbolizer.Frame>> expected = new Symbolizer().resolve(kernel, addresses);
            List<String> problems = new ArrayList<>();
            for (int i = 0; i < addresses.length; i++) {
                String ours = describe(table, addresses[i] - file.lowestAddress());
                String theirs = describe(expected.get(i));
                if (!ours.equals(theirs)) {
                    problems.add("0x" + Long.toHexString(addresses[i]) + "\n  LLVM:  " + theirs + "\n  table: " + ours);
                }
            }
            return problems.isEmpty() ? "" : report(problems);
        } catch (ElfException e) {
            return e.getMessage();
        }
    }

    private static String report(List<String> problems) {
        return problems.size() + " of " + ADDRESSES + " addresses differ, such as\n"
                + String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size())));
    }

    private static String describe(TraceTable table, long pc) {
        StringBuilder text = new StringBuilder();
        for (table.find(pc); table.hasFrame(); table.next()) {
            String method = table.className().isEmpty() ? table.methodName() : table.className() + "." + table.methodName();
            text.append(frame(method, table.line() == 0 ? "" : table.fileName(), table.line()));
        }
        return text.toString();
    }

    /**
     * Assembly has a symbol with a descriptor and no lines. An instruction that the optimiser made of two may have its
     * line in another class's file; such a line says nothing.
     */
    private static String describe(List<Symbolizer.Frame> frames) {
        StringBuilder text = new StringBuilder();
        for (Symbolizer.Frame frame : frames) {
            int descriptor = frame.function().indexOf(":(");
            String method = descriptor < 0 ? frame.function() : frame.function().substring(0, descriptor);
            String file = frame.file().substring(frame.file().lastIndexOf('/') + 1);
            boolean isKnown = frame.line() != 0 && isFileOf(method, file);
            text.append(frame(method, isKnown ? file : "", isKnown ? frame.line() : 0));
        }
        return text.toString();
    }

    /** Whether a file may have a method: classes that replace some of the JDK's are in files of other names. */
    private static boolean isFileOf(String method, String file) {
        String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        String simpleName = type.substring(type.lastIndexOf('.') + 1);
        int dollar = simpleName.indexOf('$', 1);
        return !type.startsWith("blogos.") || file.equals((dollar < 0 ? simpleName : simpleName.substring(0, dollar)) + ".java");
    }

    /** Empty where nothing is known. */
    private static String frame(String method, String file, int line) {
        return method.isEmpty() ? "" : method + "(" + file + ":" + line + ") ";
    }
}
