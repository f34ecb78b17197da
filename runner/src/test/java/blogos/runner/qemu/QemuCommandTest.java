package blogos.runner.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QemuCommandTest {
    private static final Path LOG = Path.of("/t/out.json.log");

    @Test
    void uefiWithoutAWindow() {
        Boot boot = new Boot.Uefi(Path.of("/a,b/disk.img"), Path.of("/code.fd"), Path.of("/vars.fd"));
        String command = String.join(" ", new QemuCommand(Machine.DEFAULT, boot, LOG).build());
        assertEquals(
                "qemu-system-x86_64 -accel tcg -cpu max -m 512M -smp 1 -nic none -no-reboot"
                        + " -device isa-debug-exit,iobase=0xf4,iosize=0x04"
                        + " -drive if=pflash,unit=0,format=raw,readonly=on,file=/code.fd"
                        + " -drive if=pflash,unit=1,format=raw,file=/vars.fd"
                        + " -drive if=none,id=disk,format=raw,snapshot=on,file=/a,,b/disk.img"
                        + " -device ide-hd,drive=disk,bootindex=0"
                        + " -display none -serial stdio -serial file:/t/out.json.log -monitor none",
                command);
    }

    @Test
    void pvhInAWindowThatStays() {
        Boot boot = new Boot.Pvh(Path.of("/kernel.elf"), Path.of("/initrd.cpio"), "die=panic now");
        QemuCommand command = new QemuCommand(new Machine(1024, 2, Accelerator.KVM), boot, LOG)
                .display("gtk")
                .monitorOnTerminal()
                .stayOn()
                .qmp(Path.of("/t/qmp"));
        assertEquals(
                "[qemu-system-x86_64, -accel, kvm, -cpu, max, -m, 1024M, -smp, 2, -nic, none, -no-reboot, -no-shutdown,"
                        + " -kernel, /kernel.elf, -initrd, /initrd.cpio, -append, die=panic now, -display, gtk,"
                        + " -serial, mon:stdio, -serial, file:/t/out.json.log,"
                        + " -qmp, unix:/t/qmp,server=on,wait=off]",
                command.build().toString());
    }

    @Test
    void pvhMayHaveNeitherInitrdNorCommandLine() {
        Boot boot = new Boot.Pvh(Path.of("/kernel.elf"), null, "");
        assertEquals(
                0,
                new QemuCommand(Machine.DEFAULT, boot, LOG)
                        .build().stream()
                                .filter(word -> word.equals("-initrd") || word.equals("-append"))
                                .count());
    }
}
