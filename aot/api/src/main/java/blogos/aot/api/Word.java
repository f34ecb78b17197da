package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a final class with exactly one primitive instance field as a word type.
 *
 * <p>In an image a value of the class <em>is</em> that primitive: it is never allocated, has no identity and no header. So it
 * must never be seen as an {@code Object}: passing it where another reference type is expected, comparing it with {@code ==},
 * storing {@code null} in it, using it as a type argument or as an array element is a compile error of the ahead-of-time compiler that names
 * the source line. On a host JVM the class is an ordinary class, so code that uses it can be unit-tested there.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Word {}
