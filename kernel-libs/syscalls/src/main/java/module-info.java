/** The system call interface: numbers, argument shapes and errors, for the kernel and for programs. */
module blogos.syscalls {
    exports blogos.syscalls;
}
