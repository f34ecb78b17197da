package blogos.aot.runtime;

import blogos.aot.runtime.jdk.JavaClass;

/** HotSpot's texts of what {@code System.arraycopy} throws. */
final class ArrayCopyMessages {
    private ArrayCopyMessages() {}

    /** One of the two is no array, or they hold different primitives. */
    static String classMismatch(JavaClass<?> source, JavaClass<?> target) {
        if (source.kind != JavaClass.KIND_ARRAY) {
            return "arraycopy: source type " + source.name + " is not an array";
        }
        if (target.kind != JavaClass.KIND_ARRAY) {
            return "arraycopy: destination type " + target.name + " is not an array";
        }
        return "arraycopy: type mismatch: can not copy " + kindOf(source) + "[] into " + kindOf(target) + "[]";
    }

    /** An element of the source cannot be stored in the target. */
    static String elementMismatch(Class<?> source, Class<?> target) {
        if (!source.isAssignableFrom(target)) {
            return "arraycopy: type mismatch: can not copy " + source.getName() + "[] into " + target.getName() + "[]";
        }
        return "arraycopy: element type mismatch: can not cast one of the elements of " + source.getName()
                + "[] to the type of the destination array, " + target.getName();
    }

    /** The range does not lie in both arrays. */
    static String range(
            JavaClass<?> source,
            int sourceLength,
            int from,
            JavaClass<?> target,
            int targetLength,
            int to,
            int length) {
        if (from < 0) {
            return outOfBounds("source index " + from, source, sourceLength);
        }
        if (to < 0) {
            return outOfBounds("destination index " + to, target, targetLength);
        }
        if (length < 0) {
            return "arraycopy: length " + length + " is negative";
        }
        if (from > sourceLength - length) {
            return outOfBounds("last source index " + ((long) from + length), source, sourceLength);
        }
        return outOfBounds("last destination index " + ((long) to + length), target, targetLength);
    }

    private static String outOfBounds(String what, JavaClass<?> array, int length) {
        return "arraycopy: " + what + " out of bounds for " + kindOf(array) + "[" + length + "]";
    }

    private static String kindOf(JavaClass<?> array) {
        JavaClass<?> element = array.componentType;
        return element.kind == JavaClass.KIND_PRIMITIVE ? element.name : "object array";
    }
}
