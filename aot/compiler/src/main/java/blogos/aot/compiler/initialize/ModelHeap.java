package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import org.objectweb.asm.Type;

/** Makes the objects of one class initialiser, up to a limit. */
final class ModelHeap {
    private static final int MAX_ALLOCATED_BYTES = 256 * 1024;
    /** Header, length and padding before the first element. */
    private static final int ARRAY_HEADER_BYTES = 16;

    private final ClassInfo maker;
    private long allocatedBytes;

    ModelHeap(ClassInfo maker) {
        this.maker = maker;
    }

    Instance newInstance(ClassInfo info) {
        count(info.instanceSize());
        return new Instance(maker, info);
    }

    ArrayObject newArray(String descriptor, int length) {
        if (length < 0) {
            throw new GaveUp("makes an array of negative length");
        }
        count(sizeOf(descriptor, length));
        return new ArrayObject(maker, descriptor, length);
    }

    ArrayObject newMultiArray(String descriptor, int[] lengths, int at) {
        ArrayObject array = newArray(descriptor, lengths[at]);
        for (int i = 0; at + 1 < lengths.length && i < lengths[at]; i++) {
            array.set(i, newMultiArray(descriptor.substring(1), lengths, at + 1));
        }
        return array;
    }

    ArrayObject copyOf(ArrayObject array) {
        ArrayObject copy = newArray(array.descriptor(), array.length());
        copy.copyFrom(array, 0, 0, array.length());
        return copy;
    }

    private void count(long bytes) {
        allocatedBytes += bytes;
        if (allocatedBytes > MAX_ALLOCATED_BYTES) {
            throw new GaveUp("allocates more than " + MAX_ALLOCATED_BYTES + " bytes");
        }
    }

    /** Size in bytes of an array. */
    static long sizeOf(String descriptor, int length) {
        long elementSize = switch (Type.getType(descriptor.substring(1)).getSort()) {
            case Type.BOOLEAN, Type.BYTE -> 1;
            case Type.CHAR, Type.SHORT -> 2;
            case Type.INT, Type.FLOAT -> 4;
            default -> 8;
        };
        return ARRAY_HEADER_BYTES + elementSize * length;
    }
}
