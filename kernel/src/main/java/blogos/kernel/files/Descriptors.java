package blogos.kernel.files;

import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/** The descriptors of a process: small numbers for open files. Only the process's own task uses them. */
public final class Descriptors {
    /** Descriptors are below this number. */
    public static final int MOST = 256;

    private static final int FIRST_CAPACITY = 8;

    private OpenFile[] files = new OpenFile[FIRST_CAPACITY];

    /** No descriptors. */
    public Descriptors() {}

    /**
     * The file that a descriptor stands for.
     *
     * @throws SyscallException with {@link IoError#BAD_DESCRIPTOR} if there is none
     */
    public OpenFile get(long descriptor) throws SyscallException {
        if (descriptor < 0 || descriptor >= files.length || files[(int) descriptor] == null) {
            throw new SyscallException(IoError.BAD_DESCRIPTOR);
        }
        return files[(int) descriptor];
    }

    /**
     * Gives a file the lowest free descriptor. The file's user is this table now, if that succeeds.
     *
     * @throws SyscallException with {@link IoError#TOO_MANY_FILES} if all are used
     */
    public int add(OpenFile file) throws SyscallException {
        int descriptor = 0;
        while (descriptor < files.length && files[descriptor] != null) {
            descriptor++;
        }
        set(descriptor, file);
        return descriptor;
    }

    /**
     * Gives a file a certain descriptor in place of what it stood for.
     *
     * @throws SyscallException with {@link IoError#TOO_MANY_FILES} if it is too large
     */
    public void set(int descriptor, OpenFile file) throws SyscallException {
        if (descriptor < 0 || descriptor >= MOST) {
            throw new SyscallException(IoError.TOO_MANY_FILES);
        }
        while (descriptor >= files.length) {
            OpenFile[] larger = new OpenFile[2 * files.length];
            System.arraycopy(files, 0, larger, 0, files.length);
            files = larger;
        }
        OpenFile before = files[descriptor];
        files[descriptor] = file;
        if (before != null) {
            before.release();
        }
    }

    /**
     * Frees a descriptor.
     *
     * @throws SyscallException with {@link IoError#BAD_DESCRIPTOR} if it stands for nothing
     */
    public void close(long descriptor) throws SyscallException {
        OpenFile file = get(descriptor);
        files[(int) descriptor] = null;
        file.release();
    }

    /** Frees all descriptors. */
    public void closeAll() {
        for (int i = 0; i < files.length; i++) {
            OpenFile file = files[i];
            files[i] = null;
            if (file != null) {
                file.release();
            }
        }
    }
}
