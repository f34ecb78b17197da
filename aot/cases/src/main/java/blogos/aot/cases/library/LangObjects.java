package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.Arrays;
import java.util.Objects;

/** java.lang.Object, Class, Enum, Throwable and java.util.Objects. */
public final class LangObjects {
    private LangObjects() {}

    public static void main(String[] arguments) {
        Cases.run("objectsEquality", LangObjects::objectsEquality);
        Cases.run("requireNonNull", LangObjects::requireNonNull);
        Cases.run("checkIndex", LangObjects::checkIndex);
        Cases.run("hashes", LangObjects::hashes);
        Cases.run("classNames", LangObjects::classNames);
        Cases.run("classRelations", LangObjects::classRelations);
        Cases.run("isInstanceAndCast", LangObjects::isInstanceAndCast);
        Cases.run("identity", LangObjects::identity);
        Cases.run("stackTraceElements", LangObjects::stackTraceElements);
        Cases.run("systemProperties", LangObjects::systemProperties);
        Cases.run("iterableForEach", LangObjects::iterableForEach);
        Cases.run("threadLocalValues", LangObjects::threadLocalValues);
        Cases.run("currentThread", LangObjects::currentThread);
    }

    static void objectsEquality() {
        System.out.println(
                Objects.equals(null, null) + " " + Objects.equals("a", null) + " " + Objects.equals("a", "a") + " "
                        + Objects.deepEquals(new int[] {1}, new int[] {1}) + " " + Objects.toString(null) + " "
                        + Objects.toString(null, "default") + " " + Objects.isNull(1) + " " + Objects.nonNull(1) + " "
                        + Objects.compare("a", "b", String::compareTo));
    }

    static void requireNonNull() {
        System.out.println(Objects.requireNonNull("x")
                + Objects.requireNonNullElse(null, "y")
                + Objects.requireNonNullElseGet(null, () -> "z"));
        Cases.thrown("plain", () -> Objects.requireNonNull(null));
        Cases.thrown("message", () -> Objects.requireNonNull(null, "must be given"));
        Cases.thrown("supplier", () -> Objects.requireNonNull(null, () -> "supplied"));
        Cases.thrown("else", () -> Objects.requireNonNullElse(null, null));
    }

    static void checkIndex() {
        System.out.println(Objects.checkIndex(2, 3) + " " + Objects.checkFromToIndex(1, 2, 3) + " "
                + Objects.checkFromIndexSize(0, 3, 3));
        Cases.thrown("index", () -> Objects.checkIndex(3, 3));
        Cases.thrown("negative", () -> Objects.checkIndex(-1, 3));
        Cases.thrown("range", () -> Objects.checkFromToIndex(2, 1, 3));
        Cases.thrown("size", () -> Objects.checkFromIndexSize(2, 2, 3));
    }

    static void hashes() {
        System.out.println(Objects.hash(1, "a", null) + " " + Objects.hash() + " " + Objects.hashCode(null) + " "
                + Objects.hashCode("abc") + " " + Arrays.hashCode(new Object[] {1, "a", null}));
    }

    private interface Marker {}

    private static class Base implements Marker {}

    private static final class Derived extends Base {}

    static void classNames() {
        Object[] objects = {"s", 1, new int[0], new Base(), new String[0][], new Object() {}};
        for (Object object : objects) {
            Class<?> type = object.getClass();
            System.out.println(type.getName() + " " + type.getSimpleName() + " " + type);
        }
        System.out.println(Marker.class + " " + int.class + " " + Marker.class.getSimpleName());
    }

    static void classRelations() {
        System.out.println(Derived.class.getSuperclass().getName() + " " + (Object.class.getSuperclass() == null) + " "
                + (int.class.getSuperclass() == null) + " "
                + int[].class.getSuperclass().getName() + " "
                + Base.class.isAssignableFrom(Derived.class) + " " + Derived.class.isAssignableFrom(Base.class) + " "
                + Marker.class.isAssignableFrom(Derived.class) + " " + Object[].class.isAssignableFrom(String[].class)
                + " "
                + int.class.isAssignableFrom(Integer.class) + " " + Marker.class.isInterface() + " "
                + int[][].class.getComponentType().getName() + " " + (String.class.getComponentType() == null) + " "
                + Base.class.isPrimitive());
    }

    static void isInstanceAndCast() {
        System.out.println(Base.class.isInstance(new Derived()) + " " + Derived.class.isInstance(new Base()) + " "
                + Marker.class.isInstance(new Derived()) + " " + String.class.isInstance(null) + " "
                + Object[].class.isInstance(new String[0]) + " " + int[].class.isInstance(new int[0]) + " "
                + int.class.isInstance(1));
        System.out.println(String.class.cast("cast") + " " + String.class.cast(null));
        Cases.thrown("cast", () -> Integer.class.cast("x"));
    }

    static void identity() {
        Object a = new Object();
        Object b = new Object();
        System.out.println((System.identityHashCode(a) == System.identityHashCode(a)) + " " + a.equals(b) + " "
                + System.identityHashCode(null) + " " + (a.hashCode() == System.identityHashCode(a)));
        boolean distinct = false;
        int first = a.hashCode();
        Object[] others = new Object[10];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Object();
            distinct |= others[i].hashCode() != first;
        }
        System.out.println(distinct);
    }

    private static Throwable make() {
        return new Throwable("made");
    }

    static void stackTraceElements() {
        StackTraceElement[] trace = make().getStackTrace();
        System.out.println(trace[0] + " " + trace[0].getMethodName() + " " + trace[1].getMethodName() + " "
                + trace[0].getClassName() + " " + trace[0].getFileName() + " " + trace[0].getLineNumber() + " "
                + trace[0].isNativeMethod());
        System.out.println(
                trace[0].equals(make().getStackTrace()[0]) + " " + new StackTraceElement("C", "m", "F.java", 3));
    }

    static void systemProperties() {
        System.out.println(System.lineSeparator().length() + " " + System.getProperty("no.such.property") + " "
                + System.getProperty("no.such.property", "default"));
        System.out.println(System.nanoTime() <= System.nanoTime());
    }

    static void iterableForEach() {
        StringBuilder text = new StringBuilder();
        Iterable<String> iterable = Arrays.asList("a", "b");
        iterable.forEach(text::append);
        System.out.println(text);
    }

    static void threadLocalValues() {
        ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 5);
        System.out.println(local.get());
        local.set(6);
        System.out.println(local.get());
        local.remove();
        System.out.println(local.get());
    }

    static void currentThread() {
        System.out.println(Thread.currentThread().getName() + " " + (Thread.currentThread() == Thread.currentThread())
                + " " + Thread.currentThread().isInterrupted());
    }
}
