package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.runtime.jdk.JavaClass;

/** {@code System.arraycopy}, with HotSpot's messages. */
public final class ArrayCopy {
    private ArrayCopy() {}

    /** Copies elements between arrays, which may be the same one. */
    public static void copy(Object source, int from, Object target, int to, int length) {
        JavaClass<?> sourceClass = JavaClass.of(source.getClass());
        JavaClass<?> targetClass = JavaClass.of(target.getClass());
        boolean isSameKind = sourceClass.kind == JavaClass.KIND_ARRAY
                && (sourceClass == targetClass || holdsReferences(sourceClass) && holdsReferences(targetClass));
        if (!isSameKind) {
            throw new ArrayStoreException(ArrayCopyMessages.classMismatch(sourceClass, targetClass));
        }
        Address sourceMemory = Address.ofObject(source);
        Address targetMemory = Address.ofObject(target);
        int sourceLength = sourceMemory.loadInt(ArrayMemory.LENGTH_OFFSET);
        int targetLength = targetMemory.loadInt(ArrayMemory.LENGTH_OFFSET);
        if ((from | to | length) < 0 || from > sourceLength - length || to > targetLength - length) {
            throw new ArrayIndexOutOfBoundsException(
                    ArrayCopyMessages.range(sourceClass, sourceLength, from, targetClass, targetLength, to, length));
        }
        if (sourceClass != targetClass && !TypeCheck.isSubclass(sourceClass.componentType, targetClass.componentType)) {
            copyChecked((Object[]) source, from, (Object[]) target, to, length);
            return;
        }
        int shift = sourceClass.elementShift;
        Address first = sourceMemory.plus(ArrayMemory.ELEMENTS_OFFSET + ((long) from << shift));
        targetMemory.plus(ArrayMemory.ELEMENTS_OFFSET + ((long) to << shift)).copyFrom(first, (long) length << shift);
    }

    private static boolean holdsReferences(JavaClass<?> c) {
        return c.kind == JavaClass.KIND_ARRAY && c.componentType.kind != JavaClass.KIND_PRIMITIVE;
    }

    /**
     * Copies up to the first element that the target cannot hold. The arrays differ, so their order does not matter.
     */
    private static void copyChecked(Object[] source, int from, Object[] target, int to, int length) {
        Class<?> element = target.getClass().getComponentType();
        for (int i = 0; i < length; i++) {
            Object value = source[from + i];
            if (value != null && !TypeCheck.isInstance(value, element)) {
                throw new ArrayStoreException(
                        ArrayCopyMessages.elementMismatch(source.getClass().getComponentType(), element));
            }
            target[to + i] = value;
        }
    }
}
