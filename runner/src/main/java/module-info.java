/** Images, QEMU and the tests from outside: everything behind {@code ./blog_os}. */
module blogos.runner {
    requires blogos.aot.cases;
    requires blogos.aot.compiler;
    requires blogos.aot.runtime;
    requires blogos.dwarf;
    requires blogos.qemu;
    requires blogos.syscalls;
    requires info.picocli;
    requires java.compiler;
    requires java.desktop;
    requires java.xml;
    requires jdk.unsupported;

    opens blogos.runner.cli to
            info.picocli;
}
