package blogos.aot.compiler.ir;

/** Linker symbols that are no methods and no fields. */
final class Symbols {
    /** First byte of the image. */
    static final String IMAGE_START = "__image_start";
    /** The static thread-local block of targets without a segment register. */
    static final String TLS_BLOCK = "__tls_block";

    private Symbols() {}

    /** Class structure of a class by internal name, of an array by descriptor, of a primitive type by keyword. */
    static String classStructure(String name) {
        return "class:" + name.replace('/', '.');
    }
}
