package blogos.aot.compiler.plugin;

import blogos.aot.compiler.Aot;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.cli.AotCommand;
import blogos.aot.compiler.llvm.CompileListener;
import blogos.aot.compiler.llvm.Profile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the host and the plug-ins whose sources are test resources, each once. */
final class PluginBuilds {
    private static final String HOST = "host";

    private final Path directory;

    /** With a directory for everything that is made. */
    PluginBuilds(Path directory) {
        this.directory = directory;
    }

    /** Class files of the module with a name; plug-ins are compiled against the host's. */
    Path classes(String module) throws IOException {
        Path classes = directory.resolve("classes").resolve(module);
        if (!Files.exists(classes)) {
            List<Path> path = new ArrayList<>(runtime());
            if (!module.equals(HOST)) {
                path.add(classes(HOST));
            }
            compile(sources(module), path, classes);
        }
        return classes;
    }

    /** Directory with the sources of a module. */
    static Path sources(String module) {
        return Path.of(URI.create(PluginBuilds.class.getResource(module + "/module-info.java").toString())).getParent();
    }

    /** Runs javac on all sources below a directory. */
    static void compile(Path sources, List<Path> modulePath, Path output) throws IOException {
        compile(sources, "-p", modulePath, output);
    }

    /** The same outside of modules, where a class can be put into any package. */
    static void compileOnClassPath(Path sources, Path classPath, Path output) throws IOException {
        compile(sources, "-cp", List.of(classPath), output);
    }

    private static void compile(Path sources, String option, List<Path> path, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "-g", "-nowarn", "-d", output.toString(), option,
                String.join(File.pathSeparator, path.stream().map(Path::toString).toList())));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).forEach(command::add);
        }
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalArgumentException("the sources in " + sources + " do not compile");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The host's executable. */
    Path host(Profile profile) throws IOException {
        Path output = directory.resolve("host-" + profile);
        if (!Files.exists(output)) {
            new Aot(CompileListener.NONE).compile(request(List.of(classes(HOST)), "host.main.Main", profile, output)
                    .withInterface(interfaceFile(profile)));
        }
        return output;
    }

    /** The host's interface file, there after {@link #host}. */
    Path interfaceFile(Profile profile) {
        return directory.resolve("interface-" + profile);
    }

    /** A plug-in for the host. */
    Path plugin(String module, Profile profile) throws IOException {
        Path output = directory.resolve(module + "-" + profile);
        if (!Files.exists(output)) {
            host(profile);
            String mainPackage = module.equals("border") ? "plug" : module;
            plugin(List.of(classes(module), classes(HOST)), mainPackage, interfaceFile(profile), profile, output);
        }
        return output;
    }

    /** Compiles a plug-in against an interface file. */
    static void plugin(List<Path> classPath, String module, Path against, Profile profile, Path output) {
        new Aot(CompileListener.NONE).compile(request(classPath, module + ".Main", profile, output).asPluginFor(against));
    }

    /** A request for the linux target; the runtime is added to the class path. */
    static Aot.Request request(List<Path> classPath, String mainClass, Profile profile, Path output) {
        List<Path> path = new ArrayList<>(classPath);
        path.addAll(runtime());
        return new Aot.Request(path, mainClass, Target.LINUX, profile, output, null);
    }

    /** Class path of the runtime: what the launcher says, or the modules beside this one. */
    static List<Path> runtime() {
        String given = System.getProperty(AotCommand.RUNTIME_PATH);
        if (given != null) {
            return Arrays.stream(given.split(File.pathSeparator)).map(Path::of).toList();
        }
        Path modules = Path.of("").toAbsolutePath().getParent();
        return List.of(modules.resolve("runtime/target/classes"), modules.resolve("api/target/classes"));
    }
}
