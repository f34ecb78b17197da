package blogos.kernel.syscalls;

import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;
import java.nio.charset.StandardCharsets;

/** Texts that system calls are given. */
final class UserText {
    /** Longest path in bytes. */
    static final int MOST_PATH_BYTES = 4096;

    private UserText() {}

    /**
     * Reads a text. Bytes that are not UTF-8 become U+FFFD.
     *
     * @throws SyscallException with {@link IoError#INVALID_ARGUMENT} if it is longer than {@code most} bytes or has a NUL
     */
    static String read(Process process, long address, long length, int most) throws SyscallException {
        if (length < 0 || length > most) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        byte[] bytes = new byte[(int) length];
        if (!process.buffer(address, length).copyIn(0, bytes, bytes.length)) {
            throw new SyscallException(IoError.BAD_ADDRESS);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        return text;
    }

    /** Reads a path, and makes it absolute and normal: without {@code .}, {@code ..} and needless slashes. */
    static String path(Process process, long address, long length) throws SyscallException {
        String path = read(process, address, length, MOST_PATH_BYTES);
        if (path.isEmpty()) {
            throw new SyscallException(IoError.NOT_FOUND);
        }
        return resolve(process.directory(), path);
    }

    /** The absolute and normal form of a path that is looked up from a directory. */
    static String resolve(String directory, String path) {
        String whole = path.startsWith("/") ? path : directory + "/" + path;
        StringBuilder result = new StringBuilder();
        int start = 0;
        while (start < whole.length()) {
            int slash = whole.indexOf('/', start);
            int end = slash < 0 ? whole.length() : slash;
            String component = whole.substring(start, end);
            if (component.equals("..")) {
                result.setLength(Math.max(0, result.lastIndexOf("/")));
            } else if (!component.isEmpty() && !component.equals(".")) {
                result.append('/').append(component);
            }
            start = end + 1;
        }
        return result.length() == 0 ? "/" : result.toString();
    }
}
