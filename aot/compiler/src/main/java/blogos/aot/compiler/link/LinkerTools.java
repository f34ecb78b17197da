package blogos.aot.compiler.link;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.llvm.UserCache;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.global.LLVM;

/**
 * LLVM's linker and its companions as programs on disk, taken once from the jar of native code. The directory's name
 * has their version in it and the directory appears whole, by rename, so several processes may ask for it at the same
 * time.
 */
final class LinkerTools {
    private static final String VERSION = "llvm-20.1.7-1.5.12-symbolizer";
    /**
     * What the programs' dynamic section asks for. The jar holds the library without the version number in its name.
     */
    private static final String LIBRARY = "libLLVM.so.20.1";
    private static final String LIBRARY_RESOURCE = "libLLVM.so";

    private final Path directory;

    private LinkerTools(Path directory) {
        this.directory = directory;
    }

    /** The tools in the user's cache directory, extracted if they are not there yet. */
    static LinkerTools get() {
        return get(UserCache.directory().resolve("tools"));
    }

    static LinkerTools get(Path parent) {
        Path directory = parent.resolve(VERSION);
        try {
            if (!Files.isDirectory(directory)) {
                extract(parent, directory);
            }
        } catch (IOException e) {
            throw new CompileException("cannot extract the linker to " + directory + ": " + e, e);
        }
        return new LinkerTools(directory);
    }

    /** The ELF linker. */
    Path linker() {
        // lld decides by its name which linker it is.
        return directory.resolve("ld.lld");
    }

    /** The tool that edits objects and executables. */
    Path objcopy() {
        return directory.resolve("llvm-objcopy");
    }

    /** The tool that explains code addresses. */
    Path symbolizer() {
        return directory.resolve("llvm-symbolizer");
    }

    private static void extract(Path parent, Path directory) throws IOException {
        Files.createDirectories(parent);
        Path temporary = Files.createTempDirectory(parent, "new");
        try {
            link(resource(LIBRARY_RESOURCE), temporary.resolve(LIBRARY));
            program("lld", temporary.resolve("ld.lld"));
            program("llvm-objcopy", temporary.resolve("llvm-objcopy"));
            program("llvm-symbolizer", temporary.resolve("llvm-symbolizer"));
            Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster.
            delete(temporary);
        } catch (FileSystemException e) {
            delete(temporary);
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /**
     * A file of the native jar, extracted by JavaCPP to its cache: the library is there anyway, for the code
     * generator.
     */
    private static Path resource(String name) throws IOException {
        String path = "/org/bytedeco/llvm/" + Loader.getPlatform() + "/" + name;
        File file = Loader.cacheResource(LLVM.class, path);
        if (file == null) {
            throw new IOException("no " + path + " on the class path: this platform is not supported");
        }
        return file.toPath();
    }

    private static void program(String name, Path to) throws IOException {
        Files.copy(resource(name), to);
        if (!to.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + to + " executable");
        }
    }

    /** A second name for a large file, or a copy where the file system has no hard links. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(from, to);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
