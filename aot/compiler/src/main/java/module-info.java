/** The ahead-of-time compiler: class files to LLVM IR to ELF images and UEFI applications. */
module blogos.aot.compiler {
    requires blogos.aot.api;
    requires blogos.dwarf;
    requires blogos.elf;
    requires info.picocli;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.llvm;
    requires org.objectweb.asm;
    requires org.objectweb.asm.commons;
    requires org.objectweb.asm.tree;

    exports blogos.aot.compiler;
    exports blogos.aot.compiler.cli;
    exports blogos.aot.compiler.link;
    exports blogos.aot.compiler.llvm;
    exports blogos.aot.compiler.report;

    opens blogos.aot.compiler.cli to info.picocli;
}
