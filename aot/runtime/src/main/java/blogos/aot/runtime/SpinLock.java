package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * The lock of the runtime's own data: four bytes of raw memory, 1 while it is held. For code without polls that holds it
 * for a short time: a collection waits for such code, and in the kernel its task is not preempted.
 */
@Word
@NoPoll
final class SpinLock {
    private static final int TRIES = 100;

    private final long address;

    private SpinLock(long address) {
        this.address = address;
    }

    static SpinLock at(Address address) {
        return new SpinLock(address.toLong());
    }

    void acquire() {
        int tries = 0;
        while (!tryAcquire()) {
            if (++tries < TRIES) {
                Platform.pause();
            } else {
                Platform.yield();
            }
        }
    }

    private boolean tryAcquire() {
        Address word = Address.of(address);
        return word.loadIntVolatile(0) == 0 && word.compareAndSetInt(0, 0, 1);
    }

    void release() {
        Address.of(address).storeIntVolatile(0, 0);
    }
}
