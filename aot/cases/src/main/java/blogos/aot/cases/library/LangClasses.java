package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** java.lang.Class, Enum, Record, Object: what can be asked of classes. */
public final class LangClasses {
    private LangClasses() {}

    public static void main(String[] arguments) {
        Cases.run("namesOfNested", LangClasses::namesOfNested);
        Cases.run("namesOfArraysAndPrimitives", LangClasses::namesOfArraysAndPrimitives);
        Cases.run("kinds", LangClasses::kinds);
        Cases.run("superclasses", LangClasses::superclasses);
        Cases.run("assignability", LangClasses::assignability);
        Cases.run("instancesAndCasts", LangClasses::instancesAndCasts);
        Cases.run("identityOfClasses", LangClasses::identityOfClasses);
        Cases.run("components", LangClasses::components);
        Cases.run("enumConstants", LangClasses::enumConstants);
        Cases.run("enumCollections", LangClasses::enumCollections);
        Cases.run("records", LangClasses::records);
        Cases.run("hashCodesAreStable", LangClasses::hashCodesAreStable);
        Cases.run("memory", LangClasses::memory);
        Cases.run("properties", LangClasses::properties);
    }

    enum Planet {
        MERCURY,
        VENUS {
            @Override
            int rank() {
                return 20;
            }
        },
        EARTH;

        int rank() {
            return ordinal();
        }
    }

    record Point(int x, int y) {}

    interface Marker {}

    static class Outer implements Marker {
        class Inner {}

        static class Nested {}

        Object local() {
            class Local {}
            return new Local();
        }

        Object anonymous() {
            return new Object() {};
        }
    }

    private static void show(Class<?> c) {
        System.out.println(c.getName() + " | " + c.getSimpleName() + " | " + c.getTypeName() + " | " + c.getCanonicalName() + " | " + c.getPackageName() + " | " + c);
    }

    static void namesOfNested() {
        show(Outer.class);
        show(Outer.Inner.class);
        show(Outer.Nested.class);
        show(new Outer().local().getClass());
        show(new Outer().anonymous().getClass());
    }

    static void namesOfArraysAndPrimitives() {
        show(int.class);
        show(void.class);
        show(int[].class);
        show(String[][].class);
        show(Outer.Inner[].class);
        show(Map.Entry.class);
        show(boolean[][][].class);
    }

    static void kinds() {
        for (Class<?> c : new Class<?>[] {Planet.class, Planet.VENUS.getClass(), Point.class, Marker.class, int.class, int[].class, Override.class, Outer.class}) {
            System.out.println(c.getSimpleName() + " " + c.isEnum() + c.isRecord() + c.isInterface() + c.isPrimitive() + c.isArray() + c.isAnnotation() + c.isAnonymousClass());
        }
    }

    static void superclasses() {
        System.out.println(Planet.class.getSuperclass() + " " + Planet.VENUS.getClass().getSuperclass() + " " + Point.class.getSuperclass() + " " + int[].class.getSuperclass() + " "
                + Marker.class.getSuperclass() + " " + Object.class.getSuperclass() + " " + int.class.getSuperclass() + " " + ArrayList.class.getSuperclass());
    }

    static void assignability() {
        System.out.println(Object.class.isAssignableFrom(int[].class) + " " + Object[].class.isAssignableFrom(String[].class) + " " + Object[].class.isAssignableFrom(int[].class) + " "
                + Number.class.isAssignableFrom(Integer.class) + " " + Integer.class.isAssignableFrom(Number.class) + " " + int.class.isAssignableFrom(int.class) + " "
                + int.class.isAssignableFrom(Integer.class) + " " + Marker.class.isAssignableFrom(Outer.class) + " " + Comparable.class.isAssignableFrom(Planet.class));
    }

    static void instancesAndCasts() {
        Object point = new Point(1, 2);
        System.out.println(Point.class.isInstance(point) + " " + Record.class.isInstance(point) + " " + int.class.isInstance(1) + " " + Integer.class.isInstance(1) + " " + Object.class.isInstance(null)
                + " " + Point.class.cast(point).x() + " " + Object[].class.isInstance(new String[0]));
        Cases.thrown("cast", () -> String.class.cast(point));
        System.out.println(Integer.class.asSubclass(Number.class).getSimpleName() + " " + (String.class.cast(null) == null));
    }

    static void identityOfClasses() {
        System.out.println((new Point(1, 1).getClass() == Point.class) + " " + (int[].class == new int[0].getClass()) + " " + ("a".getClass() == String.class) + " "
                + (Integer.TYPE == int.class) + " " + (Planet.VENUS.getClass() == Planet.class) + " " + (Planet.VENUS.getDeclaringClass() == Planet.class));
    }

    static void components() {
        System.out.println(int[][].class.getComponentType() + " " + int[].class.getComponentType() + " " + String.class.getComponentType() + " " + String[].class.componentType());
        System.out.println(java.lang.reflect.Array.newInstance(String.class, 2).getClass() + " " + java.lang.reflect.Array.getLength(new int[3]));
    }

    static void enumConstants() {
        System.out.println(Arrays.toString(Planet.class.getEnumConstants()) + " " + Arrays.toString(Point.class.getEnumConstants()) + " " + Enum.valueOf(Planet.class, "EARTH") + " "
                + Planet.VENUS.rank() + Planet.valueOf("MERCURY").rank() + " " + Planet.EARTH.compareTo(Planet.MERCURY));
        Cases.thrown("unknown", () -> Enum.valueOf(Planet.class, "PLUTO"));
        Cases.thrown("null", () -> Planet.valueOf(null));
    }

    static void enumCollections() {
        EnumMap<Planet, String> names = new EnumMap<>(Planet.class);
        names.put(Planet.EARTH, "e");
        names.put(Planet.MERCURY, "m");
        System.out.println(names + " " + EnumSet.complementOf(EnumSet.of(Planet.VENUS)) + " " + EnumSet.range(Planet.MERCURY, Planet.VENUS) + " " + EnumSet.allOf(Thread.State.class));
        Cases.thrown("null", () -> names.put(null, "x"));
    }

    static void records() {
        Point p = new Point(3, -4);
        System.out.println(p + " " + p.equals(new Point(3, -4)) + " " + p.hashCode() + " " + p.x() + p.y() + " " + p.equals(null) + p.equals("p"));
    }

    static void hashCodesAreStable() {
        Object a = new Object();
        int hash = a.hashCode();
        System.gc();
        System.out.println((hash == a.hashCode()) + " " + (System.identityHashCode(a) == hash) + " " + System.identityHashCode(null) + " " + a.equals(a) + a.equals(new Object()));
        String s = "x";
        System.out.println((s.hashCode() != System.identityHashCode(s)) + " " + List.of(1).equals(Arrays.asList(1)) + new int[0].equals(new int[0]));
    }

    static void memory() {
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        byte[][] kept = new byte[64][];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new byte[16384];
        }
        long after = runtime.totalMemory() - runtime.freeMemory();
        System.out.println((runtime.availableProcessors() >= 1) + " " + (runtime.maxMemory() >= runtime.totalMemory()) + " " + (before > 0) + " " + (after >= 64 * 16384) + " " + kept[63].length);
    }

    static void properties() {
        System.out.println(System.getProperty("no.such") + " " + System.getProperty("no.such", "default") + " " + System.setProperty("own", "1") + System.getProperty("own") + System.clearProperty("own") + " "
                + Integer.getInteger("own", 7) + " " + Boolean.getBoolean("own") + " " + System.lineSeparator().length() + " " + System.getProperty("file.separator") + Long.getLong("own"));
        Cases.thrown("empty", () -> System.getProperty(""));
    }
}
