package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs inside the garbage collector: neither it nor anything it calls may allocate on the Java heap, block, run a
 * class initialiser, or call itself, which would need stack without bound. The compiler proves it.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InCollector {}
