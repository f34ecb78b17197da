package blogos.kernel.terminal;

import blogos.aot.api.Interrupt;
import blogos.hal.Keyboard8042;
import blogos.kernel.interrupts.InterruptHandler;
import blogos.kernel.multitask.WaitQueue;
import blogos.terminal.ByteRing;

/** What the keyboard sends: the interrupt handler moves bytes to a ring. What does not fit is lost. */
final class KeyboardInput implements InterruptHandler {
    private static final int SIZE = 256;

    private final ByteRing ring = new ByteRing(SIZE);
    private final WaitQueue waiting;

    /** Who waits for the keyboard waits in {@code waiting}. */
    KeyboardInput(WaitQueue waiting) {
        this.waiting = waiting;
    }

    @Override
    @Interrupt
    public void handle() {
        for (int code = Keyboard8042.read(); code >= 0; code = Keyboard8042.read()) {
            ring.put(code);
        }
        waiting.wakeOne();
    }

    /** Whether there is nothing to {@link #take}. */
    boolean isEmpty() {
        return ring.isEmpty();
    }

    /** The oldest byte, 0 to 255, or -1 if there is none. For one task at a time. */
    int take() {
        return ring.take();
    }
}
