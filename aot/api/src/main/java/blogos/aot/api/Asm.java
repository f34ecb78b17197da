package blogos.aot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a {@code static native} method a body in assembly (AT&amp;T syntax). The lines are joined with newlines.
 *
 * <p><b>Inline</b> (the default): the text is an LLVM inline assembly template, expanded at each call; {@code $0}, {@code $1}, … are the operands in
 * the order of {@link #constraints()} (the result first when the method returns one, then the parameters) and {@code $$} is a literal dollar sign.
 * The code is taken to have side effects and to touch memory.
 *
 * <pre>{@code
 * @Asm(value = "inb %dx, %al", constraints = "={al},{dx}")
 * static native byte inByte(short port);
 * }</pre>
 *
 * <p><b>Naked</b>: the text is the whole function, called with the System V convention (integer, word and reference arguments in {@code rdi, rsi, rdx, rcx, r8, r9}, result in
 * {@code rax}). {@code $} is literal. {@code {pkg.Type.method}} is replaced by the symbol of that static Java method, which becomes a root of the
 * image. The compiler brackets the text with {@code .cfi_startproc} and {@code .cfi_endproc}; the text adds its own CFI where it moves the stack pointer.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Asm {
    /** Lines of assembly. */
    String[] value();

    /** LLVM constraint string of inline assembly, for example {@code "={rax},{rdi},~{rcx}"}. Flags and memory clobbers are added. */
    String constraints() default "";

    /** Whether the text is a whole function rather than an inline template. */
    boolean naked() default false;

    /** Section of a naked function. */
    String section() default ".text";
}
