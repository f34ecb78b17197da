package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends the proofs of contexts at this method, or at all methods of the class: the compiler takes them to be free of
 * effects, for the written reason.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Exempt {
    /** Why the proof may stop here. */
    String value();
}
