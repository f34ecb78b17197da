package blogos.aot.runtime.linux;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;
import blogos.aot.runtime.Heap;
import blogos.aot.runtime.Startup;
import blogos.aot.runtime.jdk.JavaThread;

/**
 * Starts and ends threads. A thread's memory is one mapping: a guard, the stack, the heap's {@link Heap#THREAD_SIZE}
 * bytes, and at the end the thread-local block, which is also its record in the list of all threads.
 *
 * <p>A mapping is used again, or unmapped, when its thread has ended and the system has said so by clearing a word in it.
 */
@NoPoll
final class LinuxThreads {
    private static final long DEFAULT_STACK_SIZE = 1 << 20;
    private static final long SMALLEST_STACK_SIZE = 64 << 10;
    private static final long PAGE_SIZE = 4096;

    /** In the block: not 0 while the system knows the thread (CLONE_CHILD_CLEARTID). */
    private static final int IS_USED = Tls.IMAGE + 8;

    /** In the block: size of the mapping. */
    private static final int MAPPING_SIZE = Tls.IMAGE + 16;

    /** In the block of an ended thread: the next one. */
    private static final int NEXT_ENDED = Tls.IMAGE + 24;

    /** CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, CHILD_CLEARTID ({@code include/uapi/linux/sched.h}). */
    private static final long CLONE_FLAGS = 0x2d_0f00;

    /** Blocks of ended threads, of which some may still run their last instructions. */
    private static long firstEnded;

    private LinuxThreads() {}

    /** See {@code Platform.startThread}. */
    static void start(Thread thread, long stackSizeBytes) {
        long stackSize = stackSizeBytes <= 0 ? DEFAULT_STACK_SIZE : Math.max(stackSizeBytes, SMALLEST_STACK_SIZE);
        Address block = takeMemory(stackSize + 2 * LinuxStart.UNUSED_STACK + PAGE_SIZE - 1 & -PAGE_SIZE);
        if (block.isZero()) {
            throw cannotCreate();
        }
        Address stack = block.minus(Heap.THREAD_SIZE);
        Address lowest = block.plus(Tls.SIZE).minus(block.loadLong(MAPPING_SIZE)).plus(LinuxStart.UNUSED_STACK);
        block.storeAddress(Tls.SELF, block);
        block.storeAddress(Tls.STACK_LIMIT, lowest);
        block.storeAddress(Tls.REAL_STACK_LIMIT, lowest);
        block.storeAddress(Tls.STACK_BASE, stack);
        block.storeAddress(Tls.FREE_CELLS, stack);
        block.storeReference(Tls.THREAD, thread);
        block.storeInt(IS_USED, 1);
        JavaThread.setPlatformThread(thread, block.toLong());
        Heap.addThread(stack);
        Safepoint.openBlock(block, stack);
        Safepoint.acquireLock();
        Safepoint.addThread(block);
        Safepoint.releaseLock();
        if (LinuxCalls.isError(clone(CLONE_FLAGS, stack, 0, block.plus(IS_USED), block))) {
            block.storeInt(IS_USED, 0);
            remove(block);
            throw cannotCreate();
        }
    }

    private static OutOfMemoryError cannotCreate() {
        return new OutOfMemoryError(
                "unable to create native thread: possibly out of memory or process/resource limits reached");
    }

    /** What a new thread runs. Never returns. */
    private static void run() {
        Safepoint.comeBack();
        Tls.storeLong(Tls.STOPPED_STACK, 0);
        Startup.runThread();
        JavaThread.setPlatformThread(Thread.currentThread(), 0);
        remove(Address.of(Tls.loadLong(Tls.SELF)));
        LinuxCalls.exitThread();
    }

    /** Takes a thread out of the list of all; the collector does not see its stack any more. */
    private static void remove(Address block) {
        Heap.removeThread(block.loadAddress(Tls.FREE_CELLS));
        Safepoint.acquireLock();
        Safepoint.removeThread(block);
        block.storeLong(NEXT_ENDED, firstEnded);
        firstEnded = block.toLong();
        Safepoint.releaseLock();
    }

    /** Memory for a thread, of which the block is zero and knows the size; address 0 if there is none. */
    private static Address takeMemory(long sizeBytes) {
        Safepoint.acquireLock();
        Address taken = takeEnded(sizeBytes);
        Safepoint.releaseLock();
        if (taken.isZero()) {
            long mapping = LinuxCalls.mapAnonymous(sizeBytes);
            if (LinuxCalls.isError(mapping)) {
                return Address.zero();
            }
            LinuxCalls.protect(mapping, LinuxStart.GUARD_SIZE);
            taken = Address.of(mapping + sizeBytes - Tls.SIZE);
        }
        taken.minus(Heap.THREAD_SIZE).fill(Heap.THREAD_SIZE + Tls.SIZE, (byte) 0);
        taken.storeLong(MAPPING_SIZE, sizeBytes);
        return taken;
    }

    /** A block of a mapping of a size whose thread is gone, or address 0; other mappings without thread are unmapped. */
    private static Address takeEnded(long sizeBytes) {
        Address taken = Address.zero();
        Address block = Address.of(firstEnded);
        firstEnded = 0;
        while (!block.isZero()) {
            Address next = block.loadAddress(NEXT_ENDED);
            long size = block.loadLong(MAPPING_SIZE);
            if (block.loadIntVolatile(IS_USED) != 0) {
                block.storeLong(NEXT_ENDED, firstEnded);
                firstEnded = block.toLong();
            } else if (taken.isZero() && size == sizeBytes) {
                taken = block;
            } else {
                LinuxCalls.unmap(block.plus(Tls.SIZE).minus(size).toLong(), size);
            }
            block = next;
        }
        return taken;
    }

    /** {@code clone} (number 56); answers an error or the new thread's number. The new thread goes to {@link #entry}. */
    @Asm(
            naked = true,
            value = {
                "    movq %rcx, %r10",
                "    movl $56, %eax",
                "    syscall",
                "    testq %rax, %rax",
                "    jz {blogos.aot.runtime.linux.LinuxThreads.entry}",
                "    ret",
            })
    private static native long clone(long flags, Address stack, long parentWord, Address childWord, Address block);

    /** Where a new thread starts, on its empty stack. */
    @Asm(
            naked = true,
            value = {
                "    .cfi_undefined rip",
                "    xorl %ebp, %ebp",
                "    call {blogos.aot.runtime.linux.LinuxThreads.run}",
                "    ud2",
            })
    private static native void entry();
}
