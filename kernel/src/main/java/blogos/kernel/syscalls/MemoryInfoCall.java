package blogos.kernel.syscalls;

import blogos.hal.PageFrame;
import blogos.hal.TrapFrame;
import blogos.kernel.memory.AllocKernelInfo;
import blogos.kernel.memory.FrameAllocator;
import blogos.kernel.process.Process;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.MemoryLayout;

/** {@code memory_info(record)}. */
final class MemoryInfoCall implements SyscallHandler {
    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        FrameAllocator frames = AllocKernelInfo.get().frames();
        Record record = new Record(MemoryLayout.RECORD_SIZE);
        record.putLong(MemoryLayout.TOTAL, frames.totalFrames() << PageFrame.SHIFT);
        record.putLong(MemoryLayout.FREE, frames.freeFrames() << PageFrame.SHIFT);
        record.putLong(MemoryLayout.HEAP_TOTAL, Runtime.getRuntime().totalMemory());
        record.putLong(MemoryLayout.HEAP_FREE, Runtime.getRuntime().freeMemory());
        record.copyTo(process, frame.rdi());
        return 0;
    }
}
