package blogos.runner.qemu;

import blogos.runner.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * OVMF, the UEFI firmware for QEMU, as a distribution's package installs it.
 *
 * @param code the firmware, read only
 * @param variables the template of its variables
 */
public record Firmware(Path code, Path variables) {
    private static final String CODE_VARIABLE = "OVMF_CODE";
    private static final String VARIABLES_VARIABLE = "OVMF_VARS";

    /** Where Debian and Ubuntu, Fedora, Arch, openSUSE and QEMU itself put it. */
    private static final List<Firmware> KNOWN = List.of(
            at("/usr/share/OVMF", "OVMF_CODE.fd", "OVMF_VARS.fd"),
            at("/usr/share/OVMF", "OVMF_CODE_4M.fd", "OVMF_VARS_4M.fd"),
            at("/usr/share/edk2/ovmf", "OVMF_CODE.fd", "OVMF_VARS.fd"),
            at("/usr/share/edk2/x64", "OVMF_CODE.4m.fd", "OVMF_VARS.4m.fd"),
            at("/usr/share/edk2/x64", "OVMF_CODE.fd", "OVMF_VARS.fd"),
            at("/usr/share/qemu", "ovmf-x86_64-code.bin", "ovmf-x86_64-vars.bin"),
            at("/usr/share/qemu", "edk2-x86_64-code.fd", "edk2-i386-vars.fd"));

    private static Firmware at(String directory, String code, String variables) {
        return new Firmware(Path.of(directory, code), Path.of(directory, variables));
    }

    /**
     * The installed firmware; the environment variables {@code OVMF_CODE} and {@code OVMF_VARS} name another one.
     *
     * @throws UserError if there is none
     */
    public static Firmware find() {
        String code = System.getenv(CODE_VARIABLE);
        String variables = System.getenv(VARIABLES_VARIABLE);
        if (code != null && variables != null) {
            return find(List.of(new Firmware(Path.of(code), Path.of(variables))));
        }
        return find(KNOWN);
    }

    static Firmware find(List<Firmware> candidates) {
        for (Firmware candidate : candidates) {
            if (Files.isReadable(candidate.code) && Files.isReadable(candidate.variables)) {
                return candidate;
            }
        }
        throw new UserError("the UEFI firmware OVMF was not found; install the package ovmf (Debian, Ubuntu), edk2-ovmf"
                + " (Fedora, Arch) or qemu-ovmf-x86_64 (openSUSE), or set OVMF_CODE and OVMF_VARS to its two files");
    }

    /** Boots a disk with this firmware, its variables as new. The copy of the variables goes into {@code directory}. */
    public Boot.Uefi boot(Path disk, Path directory) throws IOException {
        Path copy = directory.resolve("ovmf-vars.fd");
        Files.copy(variables, copy, StandardCopyOption.REPLACE_EXISTING);
        copy.toFile().setWritable(true);
        return new Boot.Uefi(disk, code, copy);
    }
}
