package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;

/** An array. */
public final class ArrayObject extends HeapObject {
    private final String descriptor;
    private final Object elements;
    private final int length;
    private String literal;
    private boolean constant;

    ArrayObject(ClassInfo maker, String descriptor, int length) {
        this(maker, descriptor, length, switch (descriptor.charAt(1)) {
            case 'Z', 'B' -> new byte[length];
            case 'C' -> new char[length];
            case 'S' -> new short[length];
            case 'I' -> new int[length];
            case 'J' -> new long[length];
            case 'F' -> new float[length];
            case 'D' -> new double[length];
            default -> new HeapObject[length];
        });
    }

    private ArrayObject(ClassInfo maker, String descriptor, int length, Object elements) {
        super(maker);
        this.descriptor = descriptor;
        this.length = length;
        this.elements = elements;
    }

    /** The bytes of a string literal. */
    static ArrayObject ofLiteral(String text, byte[] bytes) {
        ArrayObject array = new ArrayObject(null, "[B", bytes.length, bytes);
        array.literal = text;
        array.constant = true;
        return array;
    }

    /** Class of the array, as a descriptor. */
    public String descriptor() {
        return descriptor;
    }

    /** Number of elements. */
    public int length() {
        return length;
    }

    @Override
    public String literal() {
        return literal;
    }

    /** Whether nothing writes to the elements after the initialiser that made the array. */
    boolean isConstant() {
        return constant;
    }

    void setConstant() {
        constant = true;
    }

    /** An element: an Integer (for all types that the operand stack holds as int), Long, Float, Double, {@link HeapObject} or null. */
    public Object get(int index) {
        return switch (descriptor.charAt(1)) {
            case 'Z', 'B' -> (int) ((byte[]) elements)[index];
            case 'C' -> (int) ((char[]) elements)[index];
            case 'S' -> (int) ((short[]) elements)[index];
            case 'I' -> ((int[]) elements)[index];
            case 'J' -> ((long[]) elements)[index];
            case 'F' -> ((float[]) elements)[index];
            case 'D' -> ((double[]) elements)[index];
            default -> ((HeapObject[]) elements)[index];
        };
    }

    void set(int index, Object value) {
        switch (descriptor.charAt(1)) {
            case 'Z' -> ((byte[]) elements)[index] = (byte) ((Integer) value & 1);
            case 'B' -> ((byte[]) elements)[index] = ((Integer) value).byteValue();
            case 'C' -> ((char[]) elements)[index] = (char) ((Integer) value).intValue();
            case 'S' -> ((short[]) elements)[index] = ((Integer) value).shortValue();
            case 'I' -> ((int[]) elements)[index] = (Integer) value;
            case 'J' -> ((long[]) elements)[index] = (Long) value;
            case 'F' -> ((float[]) elements)[index] = (Float) value;
            case 'D' -> ((double[]) elements)[index] = (Double) value;
            default -> ((HeapObject[]) elements)[index] = (HeapObject) value;
        }
    }

    /** Copies elements of an array whose class has the same kind of elements; the ranges must be valid. */
    void copyFrom(ArrayObject source, int from, int to, int count) {
        System.arraycopy(source.elements, from, elements, to, count);
    }

    /** Whether the elements are references. */
    public boolean holdsReferences() {
        return elements instanceof HeapObject[];
    }
}
