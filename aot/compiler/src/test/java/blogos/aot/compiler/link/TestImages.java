package blogos.aot.compiler.link;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.CodegenOptions;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.llvm.ObjectCompiler;
import blogos.aot.compiler.llvm.ObjectFile;
import blogos.aot.compiler.llvm.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds small images from IR text. */
final class TestImages {
    private final Path directory;
    private final Linker linker = new Linker();

    TestImages(Path directory) {
        this.directory = directory;
    }

    /** Compiles one object for each text. */
    List<Path> compile(Target target, String... texts) {
        List<IrModule> modules = new ArrayList<>();
        for (String text : texts) {
            modules.add(new IrModule("module" + modules.size(), text));
        }
        ObjectCompiler compiler = new ObjectCompiler(directory.resolve("objects"), 1 << 30);
        return compiler.compileAll(modules, CodegenOptions.of(target, Profile.RELEASE), CompileListener.NONE).stream()
                .map(ObjectFile::path).toList();
    }

    /** Compiles and links an image. */
    Path link(Target target, String name, String... texts) {
        Path output = directory.resolve(name);
        linker.link(compile(target, texts), target, output);
        return output;
    }
}
