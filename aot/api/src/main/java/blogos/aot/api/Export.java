package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a static method a fixed linker symbol. It becomes a root of every image whose class path holds its class's module. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Export {
    /** The symbol. */
    String value();

    /** Compiler targets (linux, user, kernel, uefi) in which the method is a root; empty for all. */
    String[] targets() default {};
}
