package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs in interrupt context: neither it nor anything it calls may allocate on the Java heap, block, run a class
 * initialiser, or call itself. The compiler proves it and reports a violation with its call path. Its code has no poll.
 *
 * <p>Like {@link HoldsSpinLock}, {@link EarlyBoot} and {@link InCollector} it is a contract as well: a method that overrides
 * one with the annotation must repeat it, and in an open package only methods with it may be called from such a context.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Interrupt {}
