package blogos.aot.compiler.link;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Links objects to an ELF image with LLVM's {@code ld.lld}. The same objects in the same order give the same bytes.
 *
 * <p>Where things go is said by the linker scripts beside this class, one for each target. Each defines the symbols
 * by which an image knows its own parts: {@code __image_start}, {@code __text_start}, {@code __eh_frame_hdr_start},
 * {@code __trace_start} and so on, with their {@code _end}.
 */
public final class Linker {
    private static final List<String> COMMON_OPTIONS = List.of(
            "-m", "elf_x86_64", "-static", "--no-dynamic-linker", "--no-undefined", "--build-id=none", "--eh-frame-hdr",
            "--orphan-handling=error", "--fatal-warnings", "--color-diagnostics=never", "--error-limit=20",
            "-z", "noexecstack", "-z", "norelro", "-z", "max-page-size=4096");

    private static final List<String> SCRIPTS = List.of("linux.ld", "user.ld", "kernel.ld", "uefi.ld", "plugin.ld", "debug.ld");

    private static final String PLUGIN = "plugin";

    private final LinkerTools tools;

    /** A linker whose program is in the user's cache directory. */
    public Linker() {
        this(LinkerTools.get());
    }

    Linker(LinkerTools tools) {
        this.tools = tools;
    }

    /**
     * Links an image.
     *
     * @param objects ELF objects, in the order of their sections in the image
     * @param target decides the addresses
     * @param output the image; its directory must exist
     * @param extraOptions more options of ld.lld, for example {@code --gc-sections} or {@code -Map=FILE}
     * @throws CompileException with the linker's words if it fails
     */
    public void link(List<Path> objects, Target target, Path output, String... extraOptions) {
        // The relocations of a UEFI application stay for PeWriter, which makes base relocations from them.
        List<String> extra = new ArrayList<>(List.of(extraOptions));
        if (target == Target.UEFI) {
            extra.add("--emit-relocs");
        }
        link(objects, target.id(), output, extra.toArray(String[]::new));
    }

    private void link(List<Path> objects, String script, Path output, String... extraOptions) {
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("link");
            extractScripts(scratch);
            Path arguments = scratch.resolve("arguments");
            Files.writeString(arguments, responseFile(arguments(objects, script, scratch, output, extraOptions)));
            run(List.of(tools.linker().toString(), "@" + arguments), "cannot link " + output.getFileName());
        } catch (IOException e) {
            throw new CompileException("cannot link " + output + ": " + e, e);
        } finally {
            delete(scratch);
        }
    }

    /**
     * Links a plug-in, at address 0, with all relocations in it.
     *
     * @param objects ELF objects; the symbols of the host are absolute ones in one of them
     */
    public void linkPlugin(List<Path> objects, Path output) {
        link(objects, PLUGIN, output, "--emit-relocs");
    }

    /**
     * Copies an ELF file without its debug sections and symbols.
     *
     * @throws CompileException with the tool's words if it fails
     */
    public void strip(Path image, Path output) {
        try {
            run(List.of(tools.objcopy().toString(), "--strip-all", image.toString(), output.toString()),
                    "cannot strip " + image.getFileName());
        } catch (IOException e) {
            throw new CompileException("cannot strip " + image + ": " + e, e);
        }
    }

    private static List<String> arguments(
            List<Path> objects, String script, Path scripts, Path output, String[] extraOptions) {
        List<String> arguments = new ArrayList<>(COMMON_OPTIONS);
        arguments.addAll(List.of(extraOptions));
        arguments.addAll(List.of("-L", scripts.toString(), "-T", scripts.resolve(script + ".ld").toString()));
        arguments.addAll(List.of("-o", output.toString()));
        for (Path object : objects) {
            arguments.add(object.toString());
        }
        return arguments;
    }

    /** The arguments as the text of a response file: one a line, quoted as a POSIX shell would understand it. */
    private static String responseFile(List<String> arguments) {
        StringBuilder text = new StringBuilder();
        for (String argument : arguments) {
            text.append('"').append(argument.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n");
        }
        return text.toString();
    }

    private static void extractScripts(Path directory) throws IOException {
        for (String name : SCRIPTS) {
            try (InputStream stream = Linker.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalStateException("no linker script " + name);
                }
                Files.copy(stream, directory.resolve(name));
            }
        }
    }

    private static void run(List<String> command, String failure) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status;
        try {
            status = process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CompileException("interrupted", e);
        }
        if (status != 0) {
            throw new CompileException(failure + ":\n" + text);
        }
    }

    private static void delete(Path scratch) {
        if (scratch == null) {
            return;
        }
        try (var files = Files.list(scratch)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
            Files.delete(scratch);
        } catch (IOException e) {
            // A temporary file stays behind: no harm to what was linked.
            return;
        }
    }
}
