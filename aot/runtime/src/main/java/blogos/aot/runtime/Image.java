package blogos.aot.runtime;

import blogos.aot.api.Intrinsic;

/** What the compiler knows about the image under construction. */
public final class Image {
    private Image() {}

    /** Calls {@code main} of the image's main class. */
    @Intrinsic
    public static native void main(String[] arguments);

    /** Whether it is built in the debug profile: a constant, so that code for one profile alone costs nothing in the other. */
    @Intrinsic
    public static native boolean isDebug();
}
