package blogos.aot.compiler;

import blogos.aot.compiler.initialize.Initializers;
import blogos.aot.compiler.ir.EntryPoint;
import blogos.aot.compiler.ir.ImageOptions;
import blogos.aot.compiler.ir.ImageWriter;
import blogos.aot.compiler.ir.RuntimeMethods;
import blogos.aot.compiler.link.Linker;
import blogos.aot.compiler.link.PeWriter;
import blogos.aot.compiler.llvm.CodegenOptions;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.llvm.ObjectCompiler;
import blogos.aot.compiler.llvm.ObjectFile;
import blogos.aot.compiler.llvm.Profile;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.ClassSource;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.InterfaceFile;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.plugin.HostExports;
import blogos.aot.compiler.plugin.InterfaceBuilder;
import blogos.aot.compiler.plugin.PluginFile;
import blogos.aot.compiler.plugin.PluginMain;
import blogos.aot.compiler.proof.CallGraph;
import blogos.aot.compiler.proof.ContextProof;
import blogos.aot.compiler.proof.PluginCheck;
import blogos.aot.compiler.proof.StackBound;
import blogos.aot.compiler.proof.TrustCheck;
import blogos.aot.compiler.reach.Reachability;
import blogos.aot.compiler.reach.World;
import blogos.aot.compiler.report.Report;
import blogos.aot.compiler.trace.TraceSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compiler: class files in, an image out. The phases are the lines of {@link #compile}. */
public final class Aot {
    /** Classes of which the runtime makes instances that no bytecode shows. */
    private static final List<String> RUNTIME_CLASSES = List.of(
            "java/lang/Object", "java/lang/String", "java/lang/Class", "java/lang/Thread", "java/lang/Cloneable", "java/io/Serializable");

    /**
     * What to compile.
     *
     * @param classPath directories and jar files, the runtime included
     * @param mainClass binary name of the class whose {@code main(String[])} runs
     * @param target what the image runs on
     * @param profile how hard to optimise
     * @param output where the image goes
     * @param keepIr directory that gets the LLVM IR as text, or null
     * @param base first address of a Linux executable or program, below 2 GiB; 0 for the usual one
     * @param assertions whether {@code assert} statements of the program are executed
     * @param disabled optimisations to leave out
     * @param interfaceFile where the interface goes that plug-ins are compiled against; null for an image without plug-ins
     * @param against for a plug-in the interface file of the image that will load it, otherwise null
     */
    public record Request(List<Path> classPath, String mainClass, Target target, Profile profile, Path output, Path keepIr,
            long base, boolean assertions, Set<Optimization> disabled, Path interfaceFile, Path against) {
        /** An image that loads nothing. */
        public Request(
                List<Path> classPath, String mainClass, Target target, Profile profile, Path output, Path keepIr, long base,
                boolean assertions, Set<Optimization> disabled) {
            this(classPath, mainClass, target, profile, output, keepIr, base, assertions, disabled, null, null);
        }

        /** At the usual address, without assertions, with all optimisations of the profile. */
        public Request(List<Path> classPath, String mainClass, Target target, Profile profile, Path output, Path keepIr) {
            this(classPath, mainClass, target, profile, output, keepIr, 0);
        }

        /** Without assertions, with all optimisations of the profile. */
        public Request(
                List<Path> classPath, String mainClass, Target target, Profile profile, Path output, Path keepIr, long base) {
            this(classPath, mainClass, target, profile, output, keepIr, base, false, Set.of());
        }

        /** The same image, able to load plug-ins; its interface goes to a file. */
        public Request withInterface(Path file) {
            return new Request(
                    classPath, mainClass, target, profile, output, keepIr, base, assertions, disabled, file, against);
        }

        /** The same as a plug-in for the image that an interface file describes. */
        public Request asPluginFor(Path file) {
            return new Request(
                    classPath, mainClass, target, profile, output, keepIr, base, assertions, disabled, interfaceFile, file);
        }
    }

    /** Hears of what the image contains, when it is linked. */
    @FunctionalInterface
    public interface ReportListener {
        /** Called once a compilation. */
        void report(Report report);
    }

    private final ObjectCompiler objects = new ObjectCompiler();
    private final Linker linker = new Linker();
    private final CompileListener listener;

    /** A compiler that reports its progress. */
    public Aot(CompileListener listener) {
        this.listener = listener;
    }

    /** Builds an image. Throws {@link CompileException} for anything wrong with the input. */
    public void compile(Request request) {
        compile(request, report -> { });
    }

    /** Builds an image and reports what it contains. */
    public void compile(Request request, ReportListener reports) {
        if (request.against() != null) {
            compilePlugin(request);
            return;
        }
        Translation translation = translate(request);
        List<IrModule> modules = translation.modules();
        keep(modules, request.keepIr());
        CodegenOptions codegen = CodegenOptions.of(request.target(), request.profile());
        List<ObjectFile> compiled = new ArrayList<>(objects.compileAll(modules, codegen, listener));
        Path elf = request.target() == Target.UEFI ? elfBeside(request.output()) : request.output();
        link(compiled, request, elf);
        compiled.addAll(objects.compileAll(List.of(TraceSection.of(elf)), codegen, CompileListener.NONE));
        link(compiled, request, elf);
        if (request.target() == Target.UEFI) {
            PeWriter.write(elf, request.output());
        }
        StackBound interrupts = StackBound.of(translation.calls(), elf);
        interrupts.check();
        reports.report(new Report(translation.world(), translation.source(), interrupts, elf));
    }

    private void compilePlugin(Request request) {
        HostInterface host = InterfaceFile.read(request.against());
        List<IrModule> modules = new ArrayList<>(translate(request).modules());
        keep(modules, request.keepIr());
        modules.add(PluginFile.imports(host));
        CodegenOptions codegen = CodegenOptions.ofPlugin(request.target(), request.profile());
        List<ObjectFile> compiled = new ArrayList<>(objects.compileAll(modules, codegen, listener));
        Path output = request.output();
        linker.linkPlugin(paths(compiled), output);
        List<IrModule> tables = List.of(TraceSection.of(output), PluginFile.segment(output, host));
        compiled.addAll(objects.compileAll(tables, codegen, CompileListener.NONE));
        linker.linkPlugin(paths(compiled), output);
        PluginFile.seal(output);
    }

    /**
     * What the phases that need no machine make.
     *
     * @param modules the image as checked LLVM IR
     * @param world what it contains
     * @param calls which method may call which
     * @param source where the classes came from
     */
    record Translation(List<IrModule> modules, World world, CallGraph calls, ClassSource source) {}

    /** The phases that need no machine: from class files to checked LLVM IR. Writes the interface file if one is asked for. */
    static Translation translate(Request request) {
        ClassPool pool = new ClassPool(new ClassSource(request.classPath()), request.target().id(), request.assertions());
        Cuts cuts = Cuts.read(pool);
        HostInterface host = host(request);
        EntryPoint main = host == HostInterface.NONE
                ? MainClass.find(pool, request.mainClass())
                : PluginMain.of(pool, request.mainClass());
        RuntimeMethods runtime = new RuntimeMethods(pool);
        Reachability reachability = new Reachability(pool, cuts, new Initializers(pool, cuts, host));
        if (host == HostInterface.NONE) {
            addRoots(reachability, pool, runtime, main, request);
        } else {
            reachability.against(host);
            reachability.root(main.method());
        }
        World world = reachability.run();
        new TrustCheck(pool, world).check();
        CallGraph calls = new CallGraph(pool, world, cuts);
        if (world.isPlugin()) {
            new PluginCheck(world).check();
        } else {
            new ContextProof(pool, world, cuts, calls).check();
        }
        List<IrModule> modules = new ImageWriter(
                pool, world, cuts, request.target(), options(request), runtime, main).write();
        if (request.interfaceFile() != null) {
            HostInterface described = InterfaceBuilder.build(pool, world, request.target());
            InterfaceFile.write(described, request.interfaceFile());
            modules.add(HostExports.of(described, request.target()));
        }
        return new Translation(modules, world, calls, pool.source());
    }

    /** What a plug-in is compiled against; {@link HostInterface#NONE} for other images. */
    private static HostInterface host(Request request) {
        if (request.against() == null) {
            return HostInterface.NONE;
        }
        HostInterface host = InterfaceFile.read(request.against());
        if (!host.target().equals(request.target().id())) {
            throw new CompileException(request.against() + " describes an image for the target " + host.target() + ", not "
                    + request.target().id());
        }
        if (!host.jdk().equals(Runtime.version().toString())) {
            throw new CompileException(request.against() + " describes an image with the library of JDK " + host.jdk()
                    + ", but this is JDK " + Runtime.version());
        }
        return host;
    }

    private void link(List<ObjectFile> compiled, Request request, Path image) {
        String[] base = request.base() == 0 ? new String[0] : new String[] {"--defsym=IMAGE_BASE=" + request.base()};
        linker.link(paths(compiled), request.target(), image, base);
    }

    private static List<Path> paths(List<ObjectFile> compiled) {
        return compiled.stream().map(ObjectFile::path).toList();
    }

    /** The ELF image that a PE image is made from stays beside it, for debuggers. */
    private static Path elfBeside(Path output) {
        return output.resolveSibling(output.getFileName() + ".elf");
    }

    private static ImageOptions options(Request request) {
        if (request.profile() == Profile.DEBUG) {
            return new ImageOptions(new ImageOptions.Inlining(0, 8), true, Set.of());
        }
        Set<Optimization> optimizations = EnumSet.allOf(Optimization.class);
        optimizations.removeAll(request.disabled());
        return new ImageOptions(new ImageOptions.Inlining(24, 5), false, optimizations);
    }

    private static void addRoots(
            Reachability reachability, ClassPool pool, RuntimeMethods runtime, EntryPoint main, Request request) {
        Target target = request.target();
        RUNTIME_CLASSES.forEach(reachability::instantiate);
        RuntimeMethods.NAMES.forEach(name -> reachability.root(runtime.get(name)));
        reachability.root(runtime.get("Arithmetic.remainder", "(DD)D"));
        reachability.root(runtime.get("Arithmetic.remainder", "(FF)F"));
        reachability.root(main.method());
        reachability.initialize(main.mainClass());
        if (request.interfaceFile() != null) {
            reachability.root(runtime.get("LateCalls.find"));
            reachability.open(pool.source().face(main.mainClass().name()));
        }
        for (String name : pool.source().classPathNames()) {
            ClassInfo info = pool.find(name);
            for (MethodInfo method : info == null ? List.<MethodInfo>of() : List.copyOf(info.methods())) {
                Map<String, Object> export = method.annotation("Export");
                if (export != null && holdsFor(export.get("targets"), target)) {
                    reachability.root(method);
                }
            }
        }
    }

    private static boolean holdsFor(Object targets, Target target) {
        return targets == null || ((List<?>) targets).contains(target.id());
    }

    private static void keep(List<IrModule> modules, Path directory) {
        if (directory == null) {
            return;
        }
        try {
            Files.createDirectories(directory);
            for (IrModule module : modules) {
                Files.writeString(directory.resolve(module.name().replace('/', '.') + ".ll"), module.text());
            }
        } catch (IOException e) {
            throw new CompileException("cannot write the intermediate code to " + directory + ": " + e.getMessage(), e);
        }
    }
}
