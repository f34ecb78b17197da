package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a {@code static native} method call the machine code at its first parameter, an {@link Address}, with the other parameters. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface CallPointer {
    /** Calling convention of the callee. */
    Convention value() default Convention.SYSTEM_V;

    /** Calling conventions for x86-64. */
    enum Convention {
        /** System V AMD64 ABI: the one compiled Java code uses. */
        SYSTEM_V,
        /** Microsoft x64: UEFI firmware. */
        MICROSOFT
    }
}
