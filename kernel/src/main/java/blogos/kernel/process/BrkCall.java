package blogos.kernel.process;

import blogos.hal.TrapFrame;

/** {@code brk(delta)}: moves the end of the heap. */
final class BrkCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) {
        return process.heap().move(frame.rdi());
    }
}
