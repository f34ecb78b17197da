package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method runs while the caller holds a spin lock or has turned preemption off: neither it nor anything it calls may
 * block, allocate on the Java heap or run a class initialiser. The compiler proves it, and proves the same of the code
 * between a call of an {@link AcquiresSpinLock} method and the call of the {@link ReleasesSpinLock} method that ends it.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HoldsSpinLock {}
