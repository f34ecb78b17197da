package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.ClassInit;
import java.util.List;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.JavaUtilCollectionAccess;

/**
 * Parts of {@code jdk.internal.access.SharedSecrets}: the accesses that start-up or a class loader would have set are
 * set on demand.
 */
@Replace("jdk.internal.access.SharedSecrets")
final class SharedSecretsParts {
    private static JavaLangAccess javaLangAccess;
    private static JavaUtilCollectionAccess javaUtilCollectionAccess;

    private SharedSecretsParts() {}

    @Replace
    public static JavaLangAccess getJavaLangAccess() {
        if (javaLangAccess == null) {
            SystemSecrets.setJavaLangAccess();
        }
        return javaLangAccess;
    }

    @Replace
    public static JavaUtilCollectionAccess getJavaUtilCollectionAccess() {
        if (javaUtilCollectionAccess == null) {
            javaUtilCollectionAccess = new CollectionAccess();
        }
        return javaUtilCollectionAccess;
    }

    @Replace
    private static void ensureClassInitialized(Class<?> c) {
        ClassInit.initialize(c);
    }

    /** Names a private method of {@code System}. */
    @Replace("java.lang.System")
    private static final class SystemSecrets {
        static native void setJavaLangAccess();
    }

    /** Names methods that only {@code java.util} can. */
    @Replace("java.util.ImmutableCollections")
    private static final class ImmutableLists {
        static native <E> List<E> listFromTrustedArray(Object... elements);

        static native <E> List<E> listFromTrustedArrayNullsAllowed(Object... elements);
    }

    /** Immutable lists for {@code java.util.stream}. */
    private static final class CollectionAccess implements JavaUtilCollectionAccess {
        @Override
        public <E> List<E> listFromTrustedArray(Object[] elements) {
            return ImmutableLists.listFromTrustedArray(elements);
        }

        @Override
        public <E> List<E> listFromTrustedArrayNullsAllowed(Object[] elements) {
            return ImmutableLists.listFromTrustedArrayNullsAllowed(elements);
        }
    }
}
