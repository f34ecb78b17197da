package blogos.runner.qemu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Gives a guest input from a file or a pipe as if somebody typed it.
 *
 * <p>Nobody types before there is somebody who listens: firmware would swallow it. So the input waits until the guest
 * sends XON (control-Q in ASCII), which the kernel does when its terminal is ready. Its end becomes Ctrl-D, the end of
 * file of a terminal.
 */
final class PipedInput {
    private static final int XON = 0x11;
    private static final int END_OF_FILE = 4;
    private static final int BUFFER_SIZE = 4096;

    private final InputStream input;
    private final OutputStream guestInput;
    private boolean isSending;

    /** Input for a guest that reads {@code guestInput}. */
    PipedInput(InputStream input, OutputStream guestInput) {
        this.input = input;
        this.guestInput = guestInput;
    }

    /**
     * Starts to copy the guest's output, and the input as soon as the guest is ready. The thread that does the first.
     */
    Thread forward(InputStream guestOutput, OutputStream output) {
        return start(() -> copyOutput(guestOutput, output), "serial port's output");
    }

    private static Thread start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void copyOutput(InputStream guestOutput, OutputStream output) {
        byte[] buffer = new byte[BUFFER_SIZE];
        try {
            for (int count = guestOutput.read(buffer); count >= 0; count = guestOutput.read(buffer)) {
                output.write(buffer, 0, count);
                output.flush();
                if (!isSending && contains(buffer, count, XON)) {
                    isSending = true;
                    start(this::sendInput, "serial port's input");
                }
            }
        } catch (IOException e) {
            // Nobody reads the output any more, or QEMU has been ended: either way there is nothing left to copy.
            assert e != null;
        }
    }

    private static boolean contains(byte[] bytes, int count, int wanted) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private void sendInput() {
        byte[] buffer = new byte[BUFFER_SIZE];
        boolean isInLine = false;
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                guestInput.write(buffer, 0, count);
                guestInput.flush();
                isInLine = count > 0 ? buffer[count - 1] != '\n' : isInLine;
            }
            if (isInLine) {
                guestInput.write('\n'); // as a terminal has no line without an end
            }
            guestInput.write(END_OF_FILE);
            guestInput.flush();
        } catch (IOException e) {
            // QEMU has ended before its input did.
            assert e != null;
        }
    }
}
