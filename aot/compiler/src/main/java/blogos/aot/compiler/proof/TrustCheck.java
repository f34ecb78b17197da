package blogos.aot.compiler.proof;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.desugar.LambdaExpansion;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Keeps raw memory, assembly and other ways around the language inside the modules that are marked {@code @Trusted}. Everywhere else their use is an error, and so is a native method.
 */
public final class TrustCheck {
    private static final String ADDRESS = "blogos/aot/api/Address";
    private static final Set<String> RAW = Set.of("blogos/aot/api/Tls", "sun/misc/Unsafe", "jdk/internal/misc/Unsafe");
    /** What untrusted code may do with an address: compute with it, not use it. */
    private static final Set<String> HARMLESS = Set.of(
            "of", "zero", "toLong", "isZero", "plus", "minus", "distanceFrom", "alignDown", "alignUp", "isSame", "isBelow");

    private final ClassPool pool;
    private final World world;
    private final List<String> violations = new ArrayList<>();

    /** A check of what an image contains. */
    public TrustCheck(ClassPool pool, World world) {
        this.pool = pool;
        this.world = world;
    }

    /** Throws a {@link CompileException} that names every use. */
    public void check() {
        for (MethodInfo method : world.methods()) {
            if (!world.host().has(method) && !isTrusted(method.owner())) {
                checkDeclaration(method);
                checkBody(method);
            }
        }
        if (!violations.isEmpty()) {
            throw new CompileException(String.join("\n", violations));
        }
    }

    private boolean isTrusted(ClassInfo info) {
        if (info.isFromJdk() || info.name().startsWith("java/") || info.name().startsWith("blogos/aot/api/")) {
            return true;
        }
        int lambda = info.name().indexOf(LambdaExpansion.CLASS_MARK);
        return pool.source().isTrusted(lambda < 0 ? info.name() : info.name().substring(0, lambda));
    }

    private void checkDeclaration(MethodInfo method) {
        for (String annotation : List.of("Asm", "CallPointer", "Symbol", "Intrinsic")) {
            if (method.annotation(annotation) != null) {
                violations.add(method + ": @" + annotation + " is only allowed in a module marked @Trusted");
                return;
            }
        }
        if (method.isNative()) {
            violations.add(method + ": a native method has no implementation in an image");
        }
    }

    private void checkBody(MethodInfo method) {
        if (method.isNative() || method.isAbstract()) {
            return;
        }
        for (AbstractInsnNode insn : method.code().instructions) {
            if (insn instanceof MethodInsnNode call && isRaw(call)) {
                violations.add(method.locationOf(insn) + ": " + call.owner.replace('/', '.') + "." + call.name
                        + " is only allowed in a module marked @Trusted");
            }
        }
    }

    private static boolean isRaw(MethodInsnNode call) {
        if (call.owner.equals("blogos/aot/api/Bytes")) {
            return call.name.equals("of");
        }
        return RAW.contains(call.owner) || call.owner.equals(ADDRESS) && !HARMLESS.contains(call.name);
    }
}
