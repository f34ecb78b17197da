package blogos.bootloader.uefi;

import blogos.bootloader.BootFailure;

/**
 * Results of firmware calls, {@code EFI_STATUS} (UEFI 2.10, appendix D). Errors have the highest bit set, so they are
 * negative.
 */
final class Status {
    /** The call did what it was asked to. */
    static final long SUCCESS = 0;

    /** The image could not be loaded: the status with which this loader ends when it fails. */
    static final long LOAD_ERROR = Long.MIN_VALUE | 1;

    /** A parameter was wrong, or a memory map key is stale. */
    static final long INVALID_PARAMETER = Long.MIN_VALUE | 2;

    /** The buffer is too small for the result. */
    static final long BUFFER_TOO_SMALL = Long.MIN_VALUE | 5;

    /** There is nothing to read yet. */
    static final long NOT_READY = Long.MIN_VALUE | 6;

    /** The item was not found. */
    static final long NOT_FOUND = Long.MIN_VALUE | 14;

    private Status() {}

    /** Whether the call failed. Warnings are not failures. */
    static boolean isError(long status) {
        return status < 0;
    }

    /**
     * Accepts success and warnings.
     *
     * @param action what was tried: the message is "cannot " followed by it
     * @throws BootFailure on an error
     */
    static void check(long status, String action) {
        if (isError(status)) {
            throw new BootFailure("cannot " + action + ": the firmware says " + name(status));
        }
    }

    /** The specification's name of an error, without {@code EFI_}; a number for those that a loader does not meet. */
    static String name(long status) {
        switch ((int) status) {
            case 1:
                return "LOAD_ERROR";
            case 2:
                return "INVALID_PARAMETER";
            case 3:
                return "UNSUPPORTED";
            case 4:
                return "BAD_BUFFER_SIZE";
            case 5:
                return "BUFFER_TOO_SMALL";
            case 6:
                return "NOT_READY";
            case 7:
                return "DEVICE_ERROR";
            case 9:
                return "OUT_OF_RESOURCES";
            case 10:
                return "VOLUME_CORRUPTED";
            case 12:
                return "NO_MEDIA";
            case 13:
                return "MEDIA_CHANGED";
            case 14:
                return "NOT_FOUND";
            case 15:
                return "ACCESS_DENIED";
            default:
                return "error " + (int) status;
        }
    }
}
