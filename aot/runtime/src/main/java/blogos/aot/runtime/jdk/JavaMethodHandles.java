package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/**
 * What images have of {@code java.lang.invoke.MethodHandles}: the ways to a {@code VarHandle} whose variable the
 * compiler can see.
 */
@Replace(value = "java.lang.invoke.MethodHandles", whole = true)
public final class JavaMethodHandles {
    private static final long FIRST_ELEMENT = 16;

    private JavaMethodHandles() {}

    /** A lookup; access rights are javac's business. */
    public static Lookup lookup() {
        return new Lookup();
    }

    /** The same as {@link #lookup}. */
    public static Lookup privateLookupIn(Class<?> target, Lookup caller) {
        return caller;
    }

    /** A handle of the elements of arrays. */
    public static JavaVarHandle arrayElementVarHandle(Class<?> array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("not an array type: " + array);
        }
        return JavaVarHandle.of(FIRST_ELEMENT);
    }

    /** Stands for {@code MethodHandles.Lookup}. */
    @Replace(value = "java.lang.invoke.MethodHandles$Lookup", whole = true)
    public static final class Lookup {
        private Lookup() {}

        /** A handle of an instance field. The compiler puts the offset in; class and name must be constants. */
        public JavaVarHandle findVarHandle(Class<?> owner, String name, Class<?> type) {
            return JavaVarHandle.of(0);
        }

        /** A handle of a static field. The compiler puts the address in; class and name must be constants. */
        public JavaVarHandle findStaticVarHandle(Class<?> owner, String name, Class<?> type) {
            return JavaVarHandle.of(0);
        }
    }
}
