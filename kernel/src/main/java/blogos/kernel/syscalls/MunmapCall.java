package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;

/** {@code munmap(address, length)}: takes memory away. */
final class MunmapCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        return process.memory().unmap(frame.rdi(), frame.rsi());
    }
}
