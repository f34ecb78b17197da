package blogos.kernel.terminal;

import blogos.aot.api.Interrupt;
import blogos.hal.InterruptMask;
import blogos.hal.Uart16550;
import blogos.kernel.interrupts.InterruptHandler;
import blogos.kernel.multitask.WaitQueue;
import blogos.terminal.ByteRing;

/**
 * What comes in on a serial port: the interrupt handler moves bytes to a ring. While the ring is full the port does not
 * interrupt and keeps what comes, so a sender with flow control, such as QEMU, waits and nothing is lost.
 */
final class SerialInput implements InterruptHandler {
    private static final int SIZE = 1024;

    private final Uart16550 port;
    private final WaitQueue waiting;
    private final ByteRing ring = new ByteRing(SIZE);
    private volatile boolean stopped;

    /** The input of a port, which begins to interrupt. Who waits for it waits in {@code waiting}. */
    SerialInput(Uart16550 port, WaitQueue waiting) {
        this.port = port;
        this.waiting = waiting;
        port.setReceiveInterrupt(true);
    }

    @Override
    @Interrupt
    public void handle() {
        waiting.wakeOne();
        while (!ring.isFull()) {
            int value = port.read();
            if (value < 0) {
                return;
            }
            ring.put(value);
        }
        stopped = true;
        port.setReceiveInterrupt(false);
    }

    /** Whether there is nothing to {@link #take}. */
    boolean isEmpty() {
        return ring.isEmpty();
    }

    /** The oldest byte, 0 to 255, or -1 if there is none. For one task at a time. */
    int take() {
        int value = ring.take();
        if (stopped) {
            boolean wereOn = InterruptMask.set();
            stopped = false;
            port.setReceiveInterrupt(true);
            InterruptMask.restore(wereOn);
        }
        return value;
    }
}
