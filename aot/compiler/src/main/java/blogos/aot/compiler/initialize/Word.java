package blogos.aot.compiler.initialize;

/**
 * A value of a word type.
 *
 * @param value the primitive that it is in the image: an Integer, Long, Float or Double
 */
public record Word(Object value) {}
