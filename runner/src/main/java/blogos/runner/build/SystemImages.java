package blogos.runner.build;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.llvm.Profile;
import blogos.runner.Progress;
import blogos.runner.Project;
import blogos.runner.image.CpioArchive;
import blogos.runner.image.DiskImage;
import blogos.runner.qemu.Gdb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The images of the system and how each is made from the project's modules. */
public final class SystemImages {
    private static final String RUNTIME = "blogos.aot.runtime";
    private static final String KERNEL = "blogos.kernel";
    private static final String KERNEL_MAIN = "blogos.kernel.Kernel";
    private static final String KERNEL_TESTS_MAIN = "blogos.kernel.tests.KernelTests";
    private static final String KERNEL_CASES_MAIN = "blogos.kernel.tests.KernelCases";
    private static final String CASES = "blogos.aot.cases";
    private static final String CASES_MAIN = "blogos.aot.cases.GuestCases";
    private static final String STANDARD_LIBRARY = "blogos.std";
    private static final String LOADER = "blogos.bootloader";
    private static final String LOADER_MAIN = "blogos.bootloader.uefi.UefiLoader";
    private static final String PROGRAMS = "blogos.programs";

    /** Name in the initial RAM disk of the line that the first process has a shell carry out, instead of a prompt. */
    public static final String EXEC = "etc/exec";

    /** Folder with files that every initial RAM disk has besides the programs. */
    private static final String INITRD_FILES = "userspace/initrd";

    private final Path directory;
    private final ModulePath modules;
    private final ImageBuilder builder;
    private final Path ownFiles;
    private final SortedMap<String, Path> additions;

    /**
     * The images of a project in one profile, below {@code target/images}.
     *
     * @param additions a folder whose files are added to the initial RAM disk, or replace programs of the same name;
     *     null for none
     * @throws UserError if that folder cannot be read
     */
    public SystemImages(Project project, Profile profile, Path additions, Progress progress) throws IOException {
        directory = Files.createDirectories(
                project.target().resolve("images").resolve(profile.name().toLowerCase(Locale.ROOT)));
        modules = new ModulePath(project);
        builder = new ImageBuilder(profile, progress);
        ownFiles = project.root().resolve(INITRD_FILES);
        this.additions = additions == null ? new TreeMap<>() : CpioArchive.filesBelow(additions);
    }

    /** The kernel as an ELF file, which a loader or QEMU (by its PVH note) can start. */
    public Path kernel() throws IOException {
        return build("kernel.elf", KERNEL, KERNEL_MAIN, Target.KERNEL);
    }

    /** The kernel with its tests, which runs these instead of a program. */
    public Path kernelTests() throws IOException {
        return build("kernel-tests.elf", KERNEL, KERNEL_TESTS_MAIN, Target.KERNEL);
    }

    /** The kernel that runs the cases of the differential suite, instead of a program. */
    public Path kernelCases() throws IOException {
        Path image = directory.resolve("kernel-cases.elf");
        builder.build(modules.closure(KERNEL, RUNTIME, CASES), KERNEL_CASES_MAIN, Target.KERNEL, 0, image);
        return image;
    }

    /** The program that runs the cases of the differential suite. */
    public Path cases() throws IOException {
        Path image = directory.resolve("cases");
        builder.build(modules.closure(STANDARD_LIBRARY, RUNTIME, CASES), CASES_MAIN, Target.USER, 0, image);
        return image;
    }

    /** The class folder of the cases. */
    public Path casesFolder() {
        return modules.folder(CASES);
    }

    /** A program of another module than that of the initial RAM disk, for this system or another target. */
    public Path program(String module, String mainClass, Target target) throws IOException {
        return build(mainClass + "." + target.id(), module, mainClass, target);
    }

    /** Writes the file {@link #EXEC} into a folder. */
    public Path line(String line, Path folder) throws IOException {
        return Files.writeString(folder.resolve("exec"), line + "\n");
    }

    /** The UEFI loader. */
    public Path loader() throws IOException {
        return build("bootx64.efi", LOADER, LOADER_MAIN, Target.UEFI);
    }

    /** The initial RAM disk: all programs, the project's other files, and the additions. */
    public Path initrd() throws IOException {
        Path archive = directory.resolve(DiskImage.INITRD);
        writeInitrd(archive, additions);
        return archive;
    }

    /**
     * Writes an initial RAM disk with which the system carries out a shell's line and powers off.
     *
     * @param scratch folder for the archive, and for the line
     */
    public Path initrdFor(String line, Path scratch) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>(additions);
        files.put(EXEC, line(line, scratch));
        Path archive = scratch.resolve(DiskImage.INITRD);
        writeInitrd(archive, files);
        return archive;
    }

    /** Writes a bootable disk with such an initial RAM disk. */
    public Path diskFor(String line, Path scratch) throws IOException {
        Path image = scratch.resolve("disk.img");
        DiskImage.write(image, loader(), kernel(), initrdFor(line, scratch));
        return image;
    }

    /** Writes an initial RAM disk with other additions, given by their names in it. */
    public void writeInitrd(Path archive, SortedMap<String, Path> others) throws IOException {
        SortedMap<String, Path> files = programs();
        files.putAll(CpioArchive.filesBelow(ownFiles));
        files.putAll(others);
        CpioArchive.write(archive, files);
    }

    /** The programs by their names in the RAM disk, each at addresses of its own, so that a debugger can tell them apart. */
    private SortedMap<String, Path> programs() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        List<Path> classPath = modules.closure(PROGRAMS, RUNTIME);
        SortedMap<String, String> programs = Programs.find(modules.folder(PROGRAMS), classPath);
        Map<String, Long> bases = ProgramAddresses.assign(new TreeSet<>(programs.values()));
        for (Map.Entry<String, String> program : programs.entrySet()) {
            String mainClass = program.getValue();
            Path image = directory.resolve("programs").resolve(mainClass);
            if (!files.containsValue(image)) {
                builder.build(classPath, mainClass, Target.USER, bases.get(mainClass), image);
            }
            files.put(program.getKey(), image);
        }
        return files;
    }

    /** The debugger for a machine with the kernel and the programs, at a port of this host. */
    public Gdb gdb(Project project, int port) throws IOException {
        return Gdb.prepare(project, directory.resolve("blog_os.gdb"), kernel(), new TreeSet<>(programs().values()), port);
    }

    /** The bootable disk. */
    public Path disk() throws IOException {
        Path image = directory.resolve("blog_os.img");
        DiskImage.write(image, loader(), kernel(), initrd());
        return image;
    }

    private Path build(String name, String module, String mainClass, Target target) throws IOException {
        Path image = directory.resolve(name);
        builder.build(modules.closure(module, RUNTIME), mainClass, target, 0, image);
        return image;
    }
}
