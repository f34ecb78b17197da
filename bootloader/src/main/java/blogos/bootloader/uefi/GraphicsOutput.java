package blogos.bootloader.uefi;

import static blogos.bootloader.uefi.FirmwareCall.call;

import blogos.aot.api.Address;
import blogos.aot.api.Word;
import blogos.boot.BootInfo;
import blogos.bootloader.Framebuffer;

/** {@code EFI_GRAPHICS_OUTPUT_PROTOCOL}: a display (UEFI 2.10, 12.9). */
@Word
final class GraphicsOutput {
    private static final int QUERY_MODE = 0;
    private static final int SET_MODE = 8;
    private static final int MODE = 24;

    /** Fields of {@code EFI_GRAPHICS_OUTPUT_PROTOCOL_MODE}. */
    private static final int MAX_MODE = 0;

    private static final int CURRENT_MODE = 4;
    private static final int INFO = 8;
    private static final int FRAMEBUFFER_BASE = 24;
    private static final int FRAMEBUFFER_SIZE = 32;

    private static final int BYTES_PER_PIXEL = 4;

    private final Address base;

    private GraphicsOutput(Address base) {
        this.base = base;
    }

    /** The first display; see {@link #exists}. */
    static GraphicsOutput first(BootServices services) {
        return new GraphicsOutput(services.anyProtocol(Guid.GRAPHICS_OUTPUT));
    }

    /** Whether there is a display. */
    boolean exists() {
        return !base.isZero();
    }

    /**
     * Chooses a mode and sets it.
     *
     * <p>The firmware's own mode stays if the system can use it and it is neither tiny nor larger than the console can
     * scroll with ease: it is usually the one the screen is made for. Otherwise the mode with most pixels is taken
     * among those the system can use.
     *
     * @return the framebuffer; null if no mode has one with pixels that {@link BootInfo} can describe
     */
    Framebuffer framebuffer(BootServices services) {
        if (!currentMode().isComfortable() && !setLargestMode(services)) {
            return null;
        }
        GraphicsMode mode = currentMode();
        Address state = base.loadAddress(MODE);
        int stride = mode.pixelsPerLine() * BYTES_PER_PIXEL;
        long length = Math.min(state.loadLong(FRAMEBUFFER_SIZE), (long) stride * mode.height());
        long start = state.loadLong(FRAMEBUFFER_BASE);
        return new Framebuffer(start, length, mode.width(), mode.height(), stride, mode.format());
    }

    private GraphicsMode currentMode() {
        return GraphicsMode.at(base.loadAddress(MODE).loadAddress(INFO));
    }

    private boolean setLargestMode(BootServices services) {
        int best = -1;
        long bestPixels = 0;
        int count = base.loadAddress(MODE).loadInt(MAX_MODE);
        for (int i = 0; i < count; i++) {
            long status = call(base.loadAddress(QUERY_MODE), base.toLong(), i, Scratch.slot(0), Scratch.slot(1));
            if (Status.isError(status)) {
                continue;
            }
            Address info = Address.of(Scratch.result(1));
            GraphicsMode mode = GraphicsMode.at(info);
            if (mode.isUsable() && mode.pixels() > bestPixels) {
                best = i;
                bestPixels = mode.pixels();
            }
            services.freePool(info);
        }
        if (best < 0) {
            return false;
        }
        return best == base.loadAddress(MODE).loadInt(CURRENT_MODE)
                || !Status.isError(call(base.loadAddress(SET_MODE), base.toLong(), best));
    }
}
