package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;
import org.objectweb.asm.Opcodes;

/** Instructions on arrays, and {@code System.arraycopy}. */
final class ArrayOperations {
    private final ClassInfo current;
    private final TypeTests types;

    /** For the initialiser of a class. */
    ArrayOperations(ClassInfo current, TypeTests types) {
        this.current = current;
        this.types = types;
    }

    /** Carries out an array load, store or arraylength; answers whether the instruction was one. */
    boolean execute(int opcode, Frame frame) {
        if (opcode == Opcodes.ARRAYLENGTH) {
            frame.push(array(frame.pop()).length());
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            int index = frame.popInt();
            ArrayObject array = readable(frame.pop());
            checkRange(array, index, 1);
            frame.push(array.get(index));
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            Object value = frame.pop();
            int index = frame.popInt();
            ArrayObject array = writable(frame.pop());
            checkRange(array, index, 1);
            checkStore(array, value);
            array.set(index, value);
        } else {
            return false;
        }
        return true;
    }

    void copy(Object source, int from, Object target, int to, int length) {
        ArrayObject sourceArray = readable(source);
        ArrayObject targetArray = writable(target);
        checkRange(sourceArray, from, length);
        checkRange(targetArray, to, length);
        if (sourceArray.holdsReferences() && targetArray.holdsReferences()) {
            for (int i = from; i < from + length; i++) {
                checkStore(targetArray, sourceArray.get(i));
            }
        } else if (!sourceArray.descriptor().equals(targetArray.descriptor())) {
            throw new GaveUp("copies between arrays of different kinds");
        }
        targetArray.copyFrom(sourceArray, from, to, length);
    }

    private static ArrayObject array(Object value) {
        if (value instanceof ArrayObject array) {
            return array;
        }
        throw new GaveUp("uses null as an array");
    }

    /** Elements may only be read if no code could have changed them before the initialiser runs. */
    ArrayObject readable(Object value) {
        ArrayObject array = array(value);
        if (array.maker() != current && !array.isConstant() && array.length() > 0) {
            throw new GaveUp("reads an array of " + array.maker());
        }
        return array;
    }

    private ArrayObject writable(Object value) {
        ArrayObject array = array(value);
        if (array.maker() != current) {
            throw new GaveUp("writes to an array of " + array.maker());
        }
        return array;
    }

    private static void checkRange(ArrayObject array, int from, int length) {
        if ((from | length) < 0 || from > array.length() - length) {
            throw new GaveUp("uses an array index out of bounds");
        }
    }

    private void checkStore(ArrayObject array, Object value) {
        if (array.holdsReferences() && value != null && !types.isInstance((HeapObject) value, array.descriptor().substring(1))) {
            throw new GaveUp("stores an object in an array that cannot hold it");
        }
    }
}
