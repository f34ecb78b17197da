package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * From the return of this method on, until a {@link ReleasesSpinLock} method is called, the caller holds a spin lock (or
 * runs with preemption off): the compiler proves that nothing there blocks, allocates or runs a class initialiser.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AcquiresSpinLock {}
