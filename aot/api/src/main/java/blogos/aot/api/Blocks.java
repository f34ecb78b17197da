package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method may make its caller wait for something that another thread, a task or a device does. The proofs of contexts
 * start from these methods, from monitors, and from nothing else: what waits in another way must carry the annotation.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Blocks {}
