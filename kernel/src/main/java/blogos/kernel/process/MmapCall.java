package blogos.kernel.process;

import blogos.hal.TrapFrame;

/** {@code mmap(address, length, protection)}: gives the program memory of zeros. */
final class MmapCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        return process.memory().map(frame.rdi(), frame.rsi(), frame.rdx());
    }
}
