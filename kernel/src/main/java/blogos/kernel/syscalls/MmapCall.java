package blogos.kernel.syscalls;

import blogos.hal.TrapFrame;
import blogos.kernel.process.Process;

/** {@code mmap(address, length, protection)}: gives the program memory of zeros. */
final class MmapCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        return process.memory().map(frame.rdi(), frame.rsi(), frame.rdx());
    }
}
