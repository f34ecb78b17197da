package blogos.aot.runtime;

/** Where compiled code goes when the language says that an operation throws. None of these methods returns. */
public final class Throw {
    private Throw() {}

    /** A null reference was dereferenced. */
    public static void nullPointer() {
        throw new NullPointerException();
    }

    /** An array index was outside the array. */
    public static void arrayIndex(int index, int length) {
        throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
    }

    /** An integer was divided by zero. */
    public static void arithmetic() {
        throw new ArithmeticException("/ by zero");
    }

    /** A cast failed. */
    public static void classCast(Object object, Class<?> target) {
        throw new ClassCastException(CastMessage.of(object.getClass(), target));
    }

    /** An object was stored in an array whose element type it does not have. */
    public static void arrayStore(Object value) {
        throw new ArrayStoreException(value.getClass().getName());
    }

    /** A method without a body was called. */
    public static void abstractMethod() {
        throw new AbstractMethodError();
    }

    /** Something was used that images lack. */
    public static void unsupported(String what) {
        throw new UnsupportedOperationException(what);
    }
}
