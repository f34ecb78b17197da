package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.ClassInfo;

/** An object that class initialisers made at compile time, or a constant of the image. */
public abstract sealed class HeapObject permits Instance, ArrayObject, ClassObject {
    private final ClassInfo maker;
    private int number = -1;

    HeapObject(ClassInfo maker) {
        this.maker = maker;
    }

    /** The text of the string literal that this is, or the bytes of which this is; null for all other objects. */
    public String literal() {
        return null;
    }

    /** The class whose initialiser made the object, and which may write to it while it runs; null for literals. */
    public ClassInfo maker() {
        return maker;
    }

    void setNumber(int number) {
        this.number = number;
    }

    /** Linker symbol of an object that an initialiser made. */
    public String symbol() {
        return "data:" + maker.binaryName() + ":" + number;
    }
}
