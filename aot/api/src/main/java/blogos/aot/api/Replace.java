package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Replaces a class, or members of a class, of the library under the image (usually the JDK's {@code java.base}).
 *
 * <p>On a class it names the target. All mentions of the annotated class mean the target class in the image. With {@code whole = true} the annotated class takes
 * the target's place; otherwise its members that carry {@code @Replace} take the place of the target's members of the same name and descriptor (it is an error if there is none),
 * members that the target does not have are added to it ({@link Add} makes it an error if it does), and everything else in it only stands for what the target has, so that the code compiles (an alias). Constructors and class initialisers are only taken if they replace.
 * A static method that takes the target's object as its first parameter replaces the instance method without it, if there is one: Java source cannot override what is final.
 * A method is replaced with its body; a {@code native} one is left for an intrinsic.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Replace {
    /** Binary name of the target class, for example {@code java.util.Map$Entry}; unused on members. */
    String value() default "";

    /** Whether the annotated class replaces the whole target. */
    boolean whole() default false;

    /** Only on a class: images in which the replacement holds (names of compiler targets: linux, user, kernel, uefi); empty for all. */
    String[] targets() default {};
}
