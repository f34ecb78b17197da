package blogos.kernel.process;

import blogos.hal.TrapFrame;
import blogos.syscalls.IoError;

/** {@code write(fd, buffer, length)}: the standard outputs are lines of the log, other descriptors do not exist yet. */
final class WriteCall implements SyscallHandler {
    /** Most bytes that one call takes; the program asks again for the rest. */
    private static final long MOST_BYTES = 64 << 10;

    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        OutputLines output = process.output(frame.rdi());
        if (output == null) {
            throw new SyscallException(IoError.BAD_DESCRIPTOR);
        }
        byte[] chunk = process.copyBuffer();
        UserBuffer buffer = UserBuffer.of(process, frame.rsi(), frame.rdx());
        long count = Math.min(buffer.length(), MOST_BYTES);
        long done = 0;
        while (done < count) {
            int part = (int) Math.min(chunk.length, count - done);
            if (!buffer.copyIn(done, chunk, part)) {
                break;
            }
            output.write(chunk, part);
            done += part;
        }
        if (done == 0 && count != 0) {
            throw new SyscallException(IoError.BAD_ADDRESS);
        }
        return done;
    }
}
