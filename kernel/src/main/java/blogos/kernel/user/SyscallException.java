package blogos.kernel.user;

import blogos.syscalls.IoError;

/**
 * A system call cannot do what the program asked for. The program gets the error's code; nobody is to blame but the
 * program, so nothing is logged.
 */
public final class SyscallException extends Exception {
    private final int code;

    /** With one of the codes of {@link IoError}. */
    public SyscallException(int code) {
        super(IoError.messageOf(code), null, false, false);
        this.code = code;
    }

    /** The code. */
    public int code() {
        return code;
    }
}
