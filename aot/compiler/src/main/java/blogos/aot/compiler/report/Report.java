package blogos.aot.compiler.report;

import blogos.aot.api.Bytes;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.desugar.LambdaExpansion;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassSource;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.proof.StackBound;
import blogos.aot.compiler.reach.World;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.SymbolTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Says what an image contains and why. */
public final class Report {
    private static final String ROW = "%-32s %8s %8s %10s %8s %8s%n";

    private final World world;
    private final ClassSource source;
    private final StackBound interrupts;
    private final Path image;
    private Map<String, Long> sizes;

    /**
     * A report on a linked image.
     *
     * @param world what was compiled
     * @param source where the classes came from
     * @param interrupts the stack that interrupt handlers may use
     * @param image the ELF file
     */
    public Report(World world, ClassSource source, StackBound interrupts, Path image) {
        this.world = world;
        this.source = source;
        this.interrupts = interrupts;
        this.image = image;
    }

    /** Bytes of machine code by symbol. */
    private Map<String, Long> sizes() {
        if (sizes == null) {
            sizes = readSizes(image);
        }
        return sizes;
    }

    private static Map<String, Long> readSizes(Path image) {
        try {
            SymbolTable symbols = ElfFile.parse(Bytes.copyForTest(Files.readAllBytes(image))).symbols();
            Map<String, Long> sizes = new HashMap<>();
            for (int i = 1; symbols != null && i < symbols.count(); i++) {
                if (symbols.type(i) == SymbolTable.STT_FUNC) {
                    sizes.put(symbols.name(i), symbols.size(i));
                }
            }
            return sizes;
        } catch (IOException | ElfException e) {
            throw new CompileException("cannot report on " + image.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** What a module contributes. */
    private static final class Share {
        int classes;
        int methods;
        long textBytes;
        final Set<String> lines = new HashSet<>();
        boolean isTrusted;

        void add(Share other) {
            classes += other.classes;
            methods += other.methods;
            textBytes += other.textBytes;
        }
    }

    /**
     * By module classes, methods, bytes of machine code, source lines with code, and how many of those are in trusted
     * modules, one line each, with a total; and what stack interrupts may use. Inlined code counts where it ended up.
     */
    public String contents() {
        Map<String, Share> modules = new TreeMap<>();
        for (ClassInfo info : world.classes()) {
            share(modules, info).classes++;
        }
        for (MethodInfo method : world.methods()) {
            Share share = share(modules, method.owner());
            share.methods++;
            share.textBytes += sizes().getOrDefault(method.symbol(), 0L);
            addLines(method, share.lines);
        }
        StringBuilder text = new StringBuilder(String.format(ROW, "module", "classes", "methods", "text bytes", "lines", "trusted"));
        Share total = new Share();
        int lines = 0;
        int trusted = 0;
        for (Map.Entry<String, Share> module : modules.entrySet()) {
            Share share = module.getValue();
            int trustedLines = share.isTrusted ? share.lines.size() : 0;
            row(text, module.getKey(), share, share.lines.size(), trustedLines);
            total.add(share);
            lines += share.lines.size();
            trusted += trustedLines;
        }
        row(text, "total", total, lines, trusted);
        if (interrupts.bytes() > 0) {
            text.append(String.format("%nInterrupts use at most %d bytes of stack:%n%s", interrupts.bytes(), interrupts.path()));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Share share, int lines, int trusted) {
        text.append(String.format(ROW, name, share.classes, share.methods, share.textBytes, lines, trusted));
    }

    private Share share(Map<String, Share> modules, ClassInfo info) {
        int lambda = info.name().indexOf(LambdaExpansion.CLASS_MARK);
        String host = lambda < 0 ? info.name() : info.name().substring(0, lambda);
        String module = source.moduleName(host);
        if (module == null) {
            module = info.isFromJdk() ? "java.base" : "(no module)";
        }
        Share share = modules.computeIfAbsent(module, key -> new Share());
        share.isTrusted |= source.isTrusted(host);
        return share;
    }

    private static void addLines(MethodInfo method, Set<String> lines) {
        if (!method.isNative() && !method.isAbstract()) {
            for (AbstractInsnNode insn : method.code().instructions) {
                if (insn instanceof LineNumberNode line) {
                    lines.add(method.owner().sourcePath() + ":" + line.line);
                }
            }
        }
    }

    /** A method's size, and the calls that lead to it, given as {@code pkg.Class.method}, the method itself first. */
    public String why(String name) {
        for (MethodInfo method : world.methods()) {
            if ((method.owner().binaryName() + "." + method.name()).equals(name)) {
                Long size = sizes().get(method.symbol());
                StringBuilder text = new StringBuilder(method.toString());
                text.append(size == null ? ": inlined everywhere" : ": " + size + " bytes").append(System.lineSeparator());
                for (MethodInfo m = world.reachedFrom(method); m != null; m = world.reachedFrom(m)) {
                    text.append("  reached from ").append(m).append(System.lineSeparator());
                }
                return text.toString();
            }
        }
        throw new CompileException("the image has no method " + name);
    }
}
