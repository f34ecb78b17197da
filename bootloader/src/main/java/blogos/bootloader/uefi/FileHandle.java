package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Word;
import blogos.bootloader.BootFailure;

/** {@code EFI_FILE_PROTOCOL}: an open file or directory (UEFI 2.10, 13.5). */
@Word
final class FileHandle {
    private static final int OPEN = 8;
    private static final int CLOSE = 16;
    private static final int READ = 32;
    private static final int GET_POSITION = 48;
    private static final int SET_POSITION = 56;

    /** {@code EFI_FILE_MODE_READ}. */
    private static final long MODE_READ = 1;

    /** The position that means the end of the file (13.5.9). */
    private static final long END = -1;

    /** Bytes to read with one call: some firmware fails on reads of many megabytes. */
    private static final long CHUNK_SIZE = 1 << 20;

    private final Address base;

    private FileHandle(Address base) {
        this.base = base;
    }

    /** The protocol interface at an address. */
    static FileHandle at(Address base) {
        return new FileHandle(base);
    }

    /** Opens a file of this directory for reading. {@link #exists} tells whether there is one. */
    FileHandle open(String name) {
        Address function = base.loadAddress(OPEN);
        long status = call(function, base.toLong(), Scratch.slot(0), Scratch.text(name), MODE_READ, 0);
        if (status == Status.NOT_FOUND) {
            return new FileHandle(Address.zero());
        }
        Status.check(status, "open " + name);
        return new FileHandle(Address.of(Scratch.result(0)));
    }

    /** Whether this is an open file rather than the result of opening a file that does not exist. */
    boolean exists() {
        return !base.isZero();
    }

    /** Size in bytes. Directories have none. */
    long size(String name) {
        Status.check(seek(END), "find the end of " + name);
        long status = call(base.loadAddress(GET_POSITION), base.toLong(), Scratch.slot(0));
        Status.check(status, "find the size of " + name);
        return Scratch.result(0);
    }

    /** Reads the first {@code sizeBytes} bytes into memory. */
    void read(String name, Address target, long sizeBytes) {
        Status.check(seek(0), "read " + name);
        long done = 0;
        while (done < sizeBytes) {
            long wanted = Math.min(CHUNK_SIZE, sizeBytes - done);
            long to = target.plus(done).toLong();
            long status = call(base.loadAddress(READ), base.toLong(), Scratch.slot(0, wanted), to);
            Status.check(status, "read " + name);
            if (Scratch.result(0) == 0) {
                throw new BootFailure(name + " ends after " + done + " bytes; its directory entry says " + sizeBytes);
            }
            done += Scratch.result(0);
        }
    }

    /** Closes the file. */
    void close() {
        call(base.loadAddress(CLOSE), base.toLong());
    }

    private long seek(long position) {
        return call(base.loadAddress(SET_POSITION), base.toLong(), position);
    }
}
