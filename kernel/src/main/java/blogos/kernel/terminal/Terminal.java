package blogos.kernel.terminal;

import blogos.aot.api.Blocks;
import blogos.hal.InterruptMask;
import blogos.hal.Keyboard8042;
import blogos.hal.Preemption;
import blogos.hal.Uart16550;
import blogos.kernel.interrupts.InterruptHandler;
import blogos.kernel.interrupts.Interrupts;
import blogos.kernel.io.Console;
import blogos.kernel.io.RawOutput;
import blogos.kernel.multitask.Tasks;
import blogos.kernel.multitask.WaitQueue;
import blogos.log.Log;
import blogos.terminal.KeyboardDecoder;
import blogos.terminal.LineDiscipline;

/**
 * The system's terminal: the first serial port and the console with the keyboard, which show and take the same.
 *
 * <p>Interrupt handlers move what is typed to rings and wake the terminal's task. That puts it through one
 * {@link LineDiscipline}, which shows it, and wakes those who {@link #read}. The discipline is only used with
 * preemption off.
 */
public final class Terminal {
    private static final String TARGET = "kernel.terminal";

    /** Says on a serial line that the other side may send. */
    private static final int XON = 0x11;

    /** Bytes that are written without a chance for other tasks: other output does not come in between. */
    private static final int MOST_AT_ONCE = 64;

    private static Terminal system;

    /** Where the terminal's task waits for input and for room to put it. */
    private final WaitQueue worker = new WaitQueue();

    private final WaitQueue readers = new WaitQueue();
    private final SerialInput serial;
    private final KeyboardInput keyboard = new KeyboardInput(worker);
    private final TerminalOutput output;
    private final LineDiscipline discipline;
    private final KeyboardDecoder decoder;
    private boolean interruptTyped;
    private volatile Runnable interruptAction = () -> {};

    private Terminal(Uart16550 port) {
        serial = new SerialInput(port, worker);
        output = new TerminalOutput(port);
        discipline = new LineDiscipline(output, () -> interruptTyped = true);
        decoder = new KeyboardDecoder(discipline::input);
    }

    /** Makes the terminal and lets its devices interrupt. {@link RawOutput#init} comes before, {@link #start} later. */
    public static void initialize(boolean hasKeyboardController) {
        Uart16550 port = RawOutput.port();
        system = new Terminal(port);
        if (port.isPresent()) {
            connect(Uart16550.COM1_LINE, "first serial port", system.serial);
        }
        boolean hasKeyboard = hasKeyboardController && Keyboard8042.initialize();
        if (hasKeyboard) {
            connect(Keyboard8042.LINE, "keyboard", system.keyboard);
        }
        port.write(XON);
        Log.info(
                TARGET,
                "Terminal on" + (port.isPresent() ? " serial port" : "") + (Console.isPresent() ? " screen" : "")
                        + (hasKeyboard ? " keyboard" : ""));
    }

    /** What came before the line was let through has raised it for good: it must be taken for the next edge to come. */
    private static void connect(int line, String name, InterruptHandler handler) {
        Interrupts.connectLine(line, name, handler);
        handler.handle();
    }

    /** Starts the terminal's task, when there can be tasks. */
    public static void start() {
        Tasks.spawn("terminal", system::serve);
    }

    /** The system's terminal. */
    public static Terminal system() {
        return system;
    }

    /** Sets what Ctrl-C does in canonical mode, beside throwing typed input away. It runs in the terminal's task. */
    public void onInterrupt(Runnable action) {
        interruptAction = action;
    }

    /**
     * Changes how input is treated.
     *
     * @param canonical whether it comes in lines that the user can edit; else byte by byte as it is
     * @param echoing whether the user sees what is typed
     */
    public void setMode(boolean canonical, boolean echoing) {
        Preemption.disable();
        discipline.setMode(canonical, echoing);
        Preemption.enable();
        readers.wakeAll();
    }

    /** Writes bytes of UTF-8 text. A line end is {@code \n}. For tasks. */
    public void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; done += MOST_AT_ONCE) {
            int end = Math.min(done + MOST_AT_ONCE, length);
            Preemption.disable();
            for (int i = done; i < end; i++) {
                output.accept(bytes[offset + i] & 0xff);
            }
            Preemption.enable();
        }
        output.flush();
    }

    /**
     * Waits for input and reads it: in canonical mode at most a line.
     *
     * @return how many bytes were stored, at most {@code length}; 0, if {@code length} is not, for end of file
     * @throws blogos.kernel.multitask.TaskKilledException if the task was killed meanwhile
     */
    @Blocks
    public int read(byte[] target, int offset, int length) {
        int count = length == 0 ? 0 : -1;
        while (count < 0) {
            awaitReadable();
            Preemption.disable();
            if (discipline.isReadable()) {
                count = discipline.read(target, offset, length);
            }
            Preemption.enable();
        }
        worker.wakeOne();
        return count;
    }

    @Blocks
    private void awaitReadable() {
        boolean wereOn = InterruptMask.set();
        try {
            while (!discipline.isReadable()) {
                readers.await();
            }
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    /** What the terminal's task does. */
    private void serve() {
        while (true) {
            awaitInput();
            Preemption.disable();
            takeInput();
            boolean interrupted = interruptTyped;
            interruptTyped = false;
            Preemption.enable();
            output.flush();
            if (interrupted) {
                interrupt();
            }
            if (discipline.isReadable()) {
                readers.wakeAll();
            }
        }
    }

    /** Whatever the action does, the terminal goes on. */
    private void interrupt() {
        try {
            interruptAction.run();
        } catch (RuntimeException e) {
            Log.error(TARGET, "Ctrl-C had no effect: " + e);
        }
    }

    private void awaitInput() {
        boolean wereOn = InterruptMask.set();
        try {
            while (!hasInput()) {
                worker.await();
            }
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    private boolean hasInput() {
        return discipline.hasRoom(KeyboardDecoder.MOST_BYTES) && !(serial.isEmpty() && keyboard.isEmpty());
    }

    /** Lets the line discipline have one byte of each device, if there is one. */
    private void takeInput() {
        int typed = serial.take();
        if (typed >= 0) {
            discipline.input(typed);
        }
        int code = discipline.hasRoom(KeyboardDecoder.MOST_BYTES) ? keyboard.take() : -1;
        if (code >= 0) {
            decoder.accept(code);
        }
    }
}
