package blogos.aot.compiler.ir;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.World;
import java.util.ArrayList;
import java.util.List;

/** Writes the LLVM modules of an image: one a class, and one for arrays and primitives. */
public final class ImageWriter {
    private final ClassPool pool;
    private final World world;
    private final Cuts cuts;
    private final Target target;
    private final ImageOptions options;
    private final ClassLayout layout;
    private final RuntimeMethods runtime;
    private final EntryPoint main;

    /** A writer for what reachability found; {@code main} is the program's main method. */
    public ImageWriter(
            ClassPool pool, World world, Cuts cuts, Target target, ImageOptions options, RuntimeMethods runtime, EntryPoint main) {
        this.pool = pool;
        this.world = world;
        this.cuts = cuts;
        this.target = target;
        this.options = options;
        this.layout = new ClassLayout(pool);
        this.runtime = runtime;
        this.main = main;
    }

    /** All modules. */
    public List<IrModule> write() {
        List<IrModule> modules = new ArrayList<>();
        for (ClassInfo info : List.copyOf(world.classes())) {
            ModuleBuilder module = new ModuleBuilder(pool, world, cuts, target, options, layout, info.sourcePath());
            new ClassEmitter(module, runtime, main).emit(info);
            if (!module.isEmpty()) {
                modules.add(new IrModule(info.binaryName(), module.text()));
            }
        }
        ModuleBuilder module = new ModuleBuilder(pool, world, cuts, target, options, layout, "arrays");
        ClassEmitter emitter = new ClassEmitter(module, runtime, main);
        emitter.emitArraysAndPrimitives();
        GdbScript.addTo(module);
        if (target.tlsAddressSpace() == 0) {
            module.define(Symbols.TLS_BLOCK);
            module.global("@" + Symbols.TLS_BLOCK + " = hidden global [" + blogos.aot.api.Tls.SIZE + " x i8] zeroinitializer, align 16");
        }
        modules.add(new IrModule("arrays and primitives", module.text()));
        if (world.isPlugin()) {
            ModuleBuilder plugin = new ModuleBuilder(pool, world, cuts, target, options, layout, "plug-in");
            new PluginEmitter(plugin, main).emit();
            modules.add(new IrModule("plug-in", plugin.text()));
        }
        return modules;
    }
}
