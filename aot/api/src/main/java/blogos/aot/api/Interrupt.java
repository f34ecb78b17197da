package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs in interrupt context: neither it nor anything it calls may allocate on the Java heap or run a class initialiser. The compiler proves it and
 * reports a violation with its call path. Its code has no poll.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Interrupt {}
