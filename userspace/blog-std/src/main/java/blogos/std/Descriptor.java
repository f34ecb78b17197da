package blogos.std;

import blogos.syscalls.DirectoryEntryLayout;
import blogos.syscalls.IoError;
import blogos.syscalls.SyscallNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** An open file of this process: a file, an end of a pipe, the terminal. */
public final class Descriptor implements AutoCloseable {
    /** The standard input. */
    public static final Descriptor INPUT = new Descriptor(0);

    /** The standard output. */
    public static final Descriptor OUTPUT = new Descriptor(1);

    /** The standard error output. */
    public static final Descriptor ERROR = new Descriptor(2);

    /** Room for a directory entry in bytes. */
    private static final int ENTRY_SIZE = 4096;

    private final int number;

    Descriptor(int number) {
        this.number = number;
    }

    /**
     * Opens a file for reading.
     *
     * @throws SystemCallException if there is none, or too many are open
     */
    public static Descriptor open(String path) throws SystemCallException {
        CallBuffer text = new CallBuffer(path);
        return new Descriptor(
                (int) SystemCallException.check(Syscall.call(SyscallNumber.OPEN, text.address(), text.length())));
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /**
     * Reads bytes, and waits until there are some.
     *
     * @return how many; -1 at the end of the file
     */
    public int read(byte[] target, int offset, int length) throws SystemCallException {
        Objects.checkFromIndexSize(offset, length, target.length);
        long count = Syscall.call(SyscallNumber.READ, number, CallBuffer.address(target, offset), length);
        return count == IoError.toResult(IoError.END_OF_FILE) ? -1 : (int) SystemCallException.check(count);
    }

    /** Writes all bytes of a range. */
    public void write(byte[] source, int offset, int length) throws SystemCallException {
        Objects.checkFromIndexSize(offset, length, source.length);
        for (int done = 0; done < length; ) {
            long address = CallBuffer.address(source, offset + done);
            done += (int) SystemCallException.check(Syscall.call(SyscallNumber.WRITE, number, address, length - done));
        }
    }

    /** The name of the next thing in a directory; null if there are no more. */
    public String nextEntry() throws SystemCallException {
        CallBuffer record = new CallBuffer(ENTRY_SIZE);
        record.putLong(DirectoryEntryLayout.RECORD_LENGTH, ENTRY_SIZE);
        long result = Syscall.call(SyscallNumber.NEXT_DIRENTRY, number, record.address());
        if (result == IoError.toResult(IoError.END_OF_FILE)) {
            return null;
        }
        SystemCallException.check(result);
        int length = (int) record.getLong(DirectoryEntryLayout.RECORD_LENGTH) - DirectoryEntryLayout.NAME;
        return record.getText(DirectoryEntryLayout.NAME, length);
    }

    /** Closes it. */
    @Override
    public void close() throws SystemCallException {
        SystemCallException.check(Syscall.call(SyscallNumber.CLOSE, number));
    }

    /** A stream that reads from it; closing the stream closes it. */
    public InputStream input() {
        return new InputStream() {
            private final byte[] single = new byte[1];

            @Override
            public int read() throws IOException {
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return Descriptor.this.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                Descriptor.this.close();
            }
        };
    }

    /** A stream that writes to it, without a buffer; closing the stream closes it. */
    public OutputStream output() {
        return new OutputStream() {
            private final byte[] single = new byte[1];

            @Override
            public void write(int value) throws IOException {
                single[0] = (byte) value;
                write(single, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                Descriptor.this.write(source, offset, length);
            }

            @Override
            public void close() throws IOException {
                Descriptor.this.close();
            }
        };
    }
}
