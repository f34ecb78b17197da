package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where class files come from: the class path's directories and jar files, and the running JDK's java.base. */
public final class ClassSource {
    private final List<Path> roots = new ArrayList<>();
    private final Path javaBase;
    private final Map<Path, ModuleFace> modules = new HashMap<>();

    /** Opens the entries, in order of precedence. */
    public ClassSource(List<Path> classPath) {
        for (Path entry : classPath) {
            if (Files.isDirectory(entry)) {
                roots.add(entry);
            } else if (Files.isRegularFile(entry)) {
                roots.add(openJar(entry));
            } else {
                throw new CompileException("class path entry does not exist: " + entry);
            }
        }
        javaBase = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    }

    private static Path openJar(Path jar) {
        try {
            FileSystem fileSystem = FileSystems.newFileSystem(jar);
            return fileSystem.getPath("/");
        } catch (IOException e) {
            throw new CompileException("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }

    /** Bytes of a class of the class path by internal name, or null. */
    public byte[] fromClassPath(String name) {
        for (Path root : roots) {
            byte[] bytes = read(root.resolve(name + ".class"));
            if (bytes != null) {
                return bytes;
            }
        }
        return null;
    }

    /** Whether a class of the class path belongs to a module that is marked {@code @Trusted}. */
    public boolean isTrusted(String name) {
        ModuleFace module = moduleOf(name);
        return module != null && module.isTrusted();
    }

    /** Name of the module of a class of the class path; null if it is in none. */
    public String moduleName(String name) {
        ModuleFace module = moduleOf(name);
        return module == null ? null : module.name();
    }

    /** Packages, with slashes, that the module of a class exports, or that modules which it requires transitively do. */
    public Set<String> face(String className) {
        Set<String> packages = new HashSet<>();
        addFace(moduleOf(className), packages);
        return packages;
    }

    private void addFace(ModuleFace module, Set<String> packages) {
        if (module != null) {
            packages.addAll(module.exports());
            for (Path root : roots) {
                ModuleFace other = moduleAt(root);
                if (other != null && module.reexports().contains(other.name())) {
                    addFace(other, packages);
                }
            }
        }
    }

    private ModuleFace moduleOf(String className) {
        for (Path root : roots) {
            if (Files.isRegularFile(root.resolve(className + ".class"))) {
                return moduleAt(root);
            }
        }
        return null;
    }

    private ModuleFace moduleAt(Path root) {
        if (!modules.containsKey(root)) {
            byte[] declaration = read(root.resolve("module-info.class"));
            modules.put(root, declaration == null ? null : ModuleFace.read(declaration));
        }
        return modules.get(root);
    }

    /** Bytes of a class of java.base by internal name, or null. */
    public byte[] fromJdk(String name) {
        return read(javaBase.resolve(name + ".class"));
    }

    /** A resource of the class path, or null. */
    public byte[] resource(String path) {
        for (Path root : roots) {
            byte[] bytes = read(root.resolve(path));
            if (bytes != null) {
                return bytes;
            }
        }
        return null;
    }

    /** Internal names of all classes of the class path. */
    public List<String> classPathNames() {
        List<String> names = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("module-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .filter(file -> !file.startsWith("META-INF"))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static byte[] read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new CompileException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
