package blogos.aot.compiler.differential.random;

/** The types of random programs, as Java writes them. */
enum Type {
    INT("int"),
    LONG("long"),
    BYTE("byte"),
    SHORT("short"),
    CHAR("char"),
    BOOLEAN("boolean"),
    FLOAT("float"),
    DOUBLE("double"),
    STRING("String"),
    INTS("int[]"),
    BYTES("byte[]"),
    DOUBLES("double[]"),
    TEXTS("String[]"),
    SHAPE("Shape");

    private final String text;

    Type(String text) {
        this.text = text;
    }

    boolean isNumeric() {
        return this != BOOLEAN && ordinal() < STRING.ordinal();
    }

    /** Whether the type is narrower than int, so that assignments need a cast. */
    boolean isNarrow() {
        return this == BYTE || this == SHORT || this == CHAR;
    }

    boolean isArray() {
        return this == INTS || this == BYTES || this == DOUBLES || this == TEXTS;
    }

    /** The type of an array's elements. */
    Type element() {
        return switch (this) {
            case INTS -> INT;
            case BYTES -> BYTE;
            case DOUBLES -> DOUBLE;
            case TEXTS -> STRING;
            default -> throw new IllegalStateException(this + " has no elements");
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
