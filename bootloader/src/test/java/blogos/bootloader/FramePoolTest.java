package blogos.bootloader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.api.Address;
import blogos.hal.DirectMap;
import blogos.hal.PageFrame;
import blogos.hal.PhysAddr;
import blogos.hal.VirtAddr;
import blogos.hal.boot.KernelAddressSpace;
import org.junit.jupiter.api.Test;

class FramePoolTest {
    private static final long GIB = 1L << 30;

    @Test
    void givesEveryFrameOnce() {
        FramePool pool = new FramePool(Address.of(0x5000), 2);
        assertEquals(5, pool.allocateFrame().number());
        assertEquals(6, pool.allocateFrame().number());
        assertTrue(pool.allocateFrame().isNone());
    }

    /** Ranges that cross as many table borders as they can. */
    @Test
    void isLargeEnough() {
        long kernelSize = 5 << 20;
        long directEnd = 600 * GIB;
        long frames = FramePool.framesFor(directEnd, kernelSize, KernelAddressSpace.STACK_SIZE);
        Address memory = Address.allocateForTest((frames + 1) * PageFrame.SIZE).alignUp(PageFrame.SIZE);
        KernelAddressSpace space = KernelAddressSpace.create(new FramePool(memory, frames));
        space.mapDirect(PhysAddr.of(directEnd));
        long kernel = KernelAddressSpace.KERNEL_IMAGE_START + GIB - 0x1000;
        space.mapSegment(VirtAddr.of(kernel), PhysAddr.of(0x20_0000), kernelSize, false, true);
        space.mapStack(KernelAddressSpace.STACK_SIZE);
        assertEquals(0x20_0000, space.table().translate(VirtAddr.of(kernel)).toLong());
        VirtAddr last = VirtAddr.of(DirectMap.KERNEL_OFFSET + directEnd - 1);
        assertEquals(directEnd - 1, space.table().translate(last).toLong());
    }
}
