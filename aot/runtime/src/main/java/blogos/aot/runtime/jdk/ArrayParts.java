package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Replace;
import blogos.aot.runtime.Heap;

/** Parts of {@code java.lang.reflect.Array}: the way library code makes arrays of a class it was given. */
@Replace("java.lang.reflect.Array")
final class ArrayParts {
    private ArrayParts() {}

    @Replace
    private static Object newArray(Class<?> component, int length) {
        return Heap.newArray(component.arrayType(), length);
    }

    @Replace
    private static Object multiNewArray(Class<?> component, int[] dimensions) {
        if (dimensions.length == 0) {
            throw new IllegalArgumentException("Empty dimensions array");
        }
        return nested(component, dimensions, 0);
    }

    @Add
    private static Object nested(Class<?> component, int[] dimensions, int at) {
        Class<?> element = component;
        for (int i = at + 1; i < dimensions.length; i++) {
            element = element.arrayType();
        }
        Object array = Heap.newArray(element.arrayType(), dimensions[at]);
        if (at + 1 < dimensions.length) {
            Object[] elements = (Object[]) array;
            for (int i = 0; i < elements.length; i++) {
                elements[i] = nested(component, dimensions, at + 1);
            }
        }
        return array;
    }

    @Replace
    public static int getLength(Object array) {
        return Heap.lengthOf(checked(array));
    }

    @Replace
    public static Object get(Object array, int index) {
        if (array instanceof Object[] a) {
            return a[index];
        }
        if (array instanceof int[] a) {
            return a[index];
        }
        if (array instanceof byte[] a) {
            return a[index];
        }
        if (array instanceof char[] a) {
            return a[index];
        }
        if (array instanceof long[] a) {
            return a[index];
        }
        if (array instanceof boolean[] a) {
            return a[index];
        }
        if (array instanceof short[] a) {
            return a[index];
        }
        if (array instanceof double[] a) {
            return a[index];
        }
        return ((float[]) checked(array))[index];
    }

    @Add
    private static Object checked(Object array) {
        if (!array.getClass().isArray()) {
            throw new IllegalArgumentException("Argument is not an array");
        }
        return array;
    }
}
