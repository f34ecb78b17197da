package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.files.Descriptors;
import blogos.kernel.files.Pipe;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;

/** {@code pipe(record)}. */
final class PipeCall implements SyscallHandler {
    private static final int WRITING_END = 4;
    private static final int RECORD_SIZE = 8;

    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        process.buffer(frame.rdi(), RECORD_SIZE);
        Descriptors files = process.files();
        Pipe pipe = new Pipe();
        int reading = files.add(pipe.readingEnd());
        int writing = -1;
        boolean isDone = false;
        try {
            writing = files.add(pipe.writingEnd());
            Record record = new Record(RECORD_SIZE);
            record.putInt(0, reading);
            record.putInt(WRITING_END, writing);
            record.copyTo(process, frame.rdi());
            isDone = true;
            return 0;
        } finally {
            if (!isDone) {
                files.close(reading);
                if (writing >= 0) {
                    files.close(writing);
                }
            }
        }
    }
}
