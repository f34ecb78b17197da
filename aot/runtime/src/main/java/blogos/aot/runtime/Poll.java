package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Tls;

/**
 * The slow path of a poll: compiled code comes here when its stack pointer is below {@link Tls#STACK_LIMIT}, because
 * the stack is nearly full or because somebody raised the limit to get the thread's attention.
 *
 * <p>On overflow the limit is lowered by {@link #RESERVE}, so that the error can be made and thrown; {@link
 * #leaveReserve} puts it back once the exception has been caught further up.
 */
@NoPoll
public final class Poll {
    /**
     * Bytes of stack below {@link Tls#REAL_STACK_LIMIT} which every stack must have, for throwing StackOverflowError
     * and for code without polls.
     */
    public static final int RESERVE = 32 * 1024;

    private static final int USED_BY_ERROR = RESERVE / 2;

    private Poll() {}

    /** Serves a poll whose compare failed. */
    public static void slow() {
        Address real = realLimit();
        Address limit = limit();
        if (real.isBelow(limit)) {
            Address.of(Tls.loadLong(Tls.SELF)).compareAndSetLong(Tls.STACK_LIMIT, limit.toLong(), real.toLong());
            Platform.poll();
        }
        if (!stackPointer().isBelow(real)) {
            return;
        }
        if (limit.isBelow(real)) {
            Platform.fatal("stack overflow while throwing StackOverflowError");
        }
        Tls.storeLong(Tls.STACK_LIMIT, real.minus(USED_BY_ERROR).toLong());
        throw new StackOverflowError();
    }

    /** Called when an exception has been caught: ends the use of the reserve. */
    static void leaveReserve() {
        Address real = realLimit();
        if (limit().isBelow(real)) {
            Tls.storeLong(Tls.STACK_LIMIT, real.toLong());
        }
    }

    private static Address limit() {
        return Address.of(Tls.loadLong(Tls.STACK_LIMIT));
    }

    private static Address realLimit() {
        return Address.of(Tls.loadLong(Tls.REAL_STACK_LIMIT));
    }

    @Asm(value = "movq %rsp, $0", constraints = "=r")
    private static native Address stackPointer();
}
