package blogos.std;

import blogos.syscalls.IoError;
import java.io.IOException;

/** A system call answered an error. */
public final class SystemCallException extends IOException {
    private final int code;

    private SystemCallException(int code) {
        super(IoError.messageOf(code));
        this.code = code;
    }

    /** A result that is no error; otherwise throws. */
    static long check(long result) throws SystemCallException {
        if (IoError.isError(result)) {
            throw new SystemCallException(IoError.codeOf(result));
        }
        return result;
    }

    /** One of the codes of {@link IoError}. */
    public int code() {
        return code;
    }
}
