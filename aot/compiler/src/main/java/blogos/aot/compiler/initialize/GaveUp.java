package blogos.aot.compiler.initialize;

/** A class initialiser does what cannot be done at compile time; it is left to the image. */
final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GaveUp(String reason) {
        super(reason, null, false, false);
    }
}
