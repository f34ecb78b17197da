package blogos.kernel.process;

import blogos.syscalls.IoError;

/**
 * A system call cannot do what the program asked for. The program gets the error's code; nobody is to blame but the
 * program, so nothing is logged.
 */
final class SyscallException extends Exception {
    private final int code;

    /** With one of the codes of {@link IoError}. */
    SyscallException(int code) {
        super(IoError.messageOf(code), null, false, false);
        this.code = code;
    }

    /** The code. */
    int code() {
        return code;
    }
}
