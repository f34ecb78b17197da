package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Ends the effect proof at this method: the compiler takes it to be free of effects, for the written reason. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Exempt {
    /** Why the proof may stop here. */
    String value();
}
