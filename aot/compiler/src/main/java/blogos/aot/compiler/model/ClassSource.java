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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Where class files come from: the class path's directories and jar files, and the running JDK's java.base. */
public final class ClassSource {
    private final List<Path> roots = new ArrayList<>();
    private final Path javaBase;
    private final Map<Path, Boolean> trusted = new HashMap<>();

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
        for (Path root : roots) {
            if (Files.isRegularFile(root.resolve(name + ".class"))) {
                return trusted.computeIfAbsent(root, ClassSource::hasTrustedModule);
            }
        }
        return false;
    }

    private static boolean hasTrustedModule(Path root) {
        byte[] descriptor = read(root.resolve("module-info.class"));
        if (descriptor == null) {
            return false;
        }
        ClassNode node = new ClassNode();
        new ClassReader(descriptor).accept(node, ClassReader.SKIP_CODE);
        return MethodInfo.values(node.invisibleAnnotations, "Lblogos/aot/api/Trusted;") != null;
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
