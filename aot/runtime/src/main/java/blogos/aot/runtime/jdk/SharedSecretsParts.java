package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.ClassInit;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.JavaUtilCollectionAccess;

/** Parts of {@code jdk.internal.access.SharedSecrets}: the accesses that start-up or a class loader would have set are set on demand. */
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
            ClassInit.initialize(CollectionSecrets.class);
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

    /** Names a class that only {@code java.util} can. Its initialiser sets the access. */
    @Replace("java.util.ImmutableCollections$Access")
    private static final class CollectionSecrets {}
}
