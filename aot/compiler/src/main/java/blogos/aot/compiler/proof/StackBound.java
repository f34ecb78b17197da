package blogos.aot.compiler.proof;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.proof.CallGraph.Site;
import blogos.elf.ElfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Bounds the stack of interrupt handlers: over the call graph, which {@link ContextProof} has shown to have no cycle
 * there, adds up the frames of the linked image. A method that is inlined counts nothing of its own, since the frame of
 * its caller holds what it needs; where it is called as well, it counts twice. So the bound is safe, not exact.
 */
public final class StackBound {
    /**
     * What an interrupt may use: half of the reserve that every stack has below its limit (Poll.RESERVE), whose other half
     * is for throwing StackOverflowError.
     */
    public static final int LIMIT_BYTES = 16 * 1024;

    /** Methods of the runtime that instructions call without saying so, and that call nothing else of weight. */
    private static final Set<String> HELPERS = Set.of("TypeCheck", "MemoryFunctions", "ArrayCopy");

    private final CallGraph graph;
    private final FrameSizes frames;
    private final Map<MethodInfo, Long> depths = new HashMap<>();
    private MethodInfo deepest;
    private long bytes;

    private StackBound(CallGraph graph, FrameSizes frames) {
        this.graph = graph;
        this.frames = frames;
    }

    /** Looks at a linked image, unless no method of it is an interrupt handler. */
    public static StackBound of(CallGraph graph, Path image) {
        if (graph.world().methods().stream().noneMatch(Context.INTERRUPT::holds)) {
            return new StackBound(graph, null);
        }
        try {
            StackBound bound = new StackBound(graph, FrameSizes.read(Files.readAllBytes(image)));
            bound.search();
            return bound;
        } catch (IOException | ElfException e) {
            throw new CompileException("cannot bound the stack of interrupts in " + image.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private void search() {
        long helpers = 0;
        for (MethodInfo method : graph.world().methods()) {
            String owner = method.owner().simpleName();
            if (method.owner().packageName().equals("blogos/aot/runtime") && HELPERS.contains(owner)) {
                helpers = Math.max(helpers, frames.of(method.symbol()));
            }
        }
        for (MethodInfo method : graph.world().methods()) {
            if (Context.INTERRUPT.holds(method) && helpers + depth(method) > bytes) {
                bytes = helpers + depth(method);
                deepest = method;
            }
        }
    }

    private long depth(MethodInfo method) {
        Long known = depths.get(method);
        if (known == null) {
            MethodInfo next = next(method);
            known = Math.min(FrameSizes.UNBOUNDED, frames.of(method.symbol()) + (next == null ? 0 : depth(next)));
            depths.put(method, known);
        }
        return known;
    }

    /** The callee that needs the most stack, or null. */
    private MethodInfo next(MethodInfo method) {
        MethodInfo next = null;
        for (Site site : graph.sites(method)) {
            for (MethodInfo target : site.targets()) {
                if (next == null || depth(target) > depth(next)) {
                    next = target;
                }
            }
        }
        return next;
    }

    /** The most that any interrupt handler uses, in bytes; 0 if there is none. */
    public long bytes() {
        return bytes;
    }

    /** Throws a {@link CompileException} if it is more than {@link #LIMIT_BYTES}. */
    public void check() {
        if (bytes >= FrameSizes.UNBOUNDED) {
            throw new CompileException("the stack of " + deepest + " has no bound\n" + path());
        }
        if (bytes > LIMIT_BYTES) {
            throw new CompileException(
                    deepest + " is @Interrupt, but may use " + bytes + " bytes of stack, more than " + LIMIT_BYTES + "\n" + path());
        }
    }

    /** The calls that make up the bound, one a line with the frame's bytes, outermost first. */
    public String path() {
        StringBuilder text = new StringBuilder();
        for (MethodInfo m = deepest; m != null; m = next(m)) {
            long frame = frames.of(m.symbol());
            text.append(String.format("%8s %s%n", frame >= FrameSizes.UNBOUNDED ? "?" : String.valueOf(frame), m));
        }
        return text.toString();
    }
}
