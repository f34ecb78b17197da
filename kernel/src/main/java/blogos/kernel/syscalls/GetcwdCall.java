package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import java.nio.charset.StandardCharsets;

/** {@code getcwd(buffer, length)}. */
final class GetcwdCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        byte[] path = process.directory().getBytes(StandardCharsets.UTF_8);
        process.buffer(frame.rdi(), frame.rsi());
        if (path.length <= frame.rsi()) {
            Record record = new Record(path.length);
            record.putBytes(0, path, path.length);
            record.copyTo(process, frame.rdi());
        }
        return path.length;
    }
}
