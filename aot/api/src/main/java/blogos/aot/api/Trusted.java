package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a module declaration: its code may use raw memory and assembly. Everywhere else that is a compile error. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.MODULE)
public @interface Trusted {}
