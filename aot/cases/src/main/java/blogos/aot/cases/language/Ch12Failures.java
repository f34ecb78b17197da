package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Chapter 12.4: class initialisation that fails, is nested, or is triggered in unusual ways. */
public final class Ch12Failures {
    private Ch12Failures() {}

    public static void main(String[] arguments) {
        Cases.run("errorsFirstAndLater", Ch12Failures::errorsFirstAndLater);
        Cases.run("errorsPassUnchanged", Ch12Failures::errorsPassUnchanged);
        Cases.run("throughSubclassName", Ch12Failures::throughSubclassName);
        Cases.run("interfacesWithDefaults", Ch12Failures::interfacesWithDefaults);
        Cases.run("mutualDependence", Ch12Failures::mutualDependence);
        Cases.run("holder", Ch12Failures::holder);
        Cases.run("constantsDoNotInitialise", Ch12Failures::constantsDoNotInitialise);
        Cases.run("enums", Ch12Failures::enums);
        Cases.run("arithmeticInInitialiser", Ch12Failures::arithmeticInInitialiser);
        Cases.run("staticsBeforeTheirTurn", Ch12Failures::staticsBeforeTheirTurn);
        Cases.run("subclassOfFailed", Ch12Failures::subclassOfFailed);
        Cases.run("finallyAroundInitialiser", Ch12Failures::finallyAroundInitialiser);
    }

    private static final List<String> LOG = new ArrayList<>();

    private static void show() {
        System.out.println(LOG);
        LOG.clear();
    }

    static class Fails {
        static int value = fail();

        static int fail() {
            LOG.add("Fails");
            throw new IllegalStateException("cannot");
        }

        static void touch() {}
    }

    static void errorsFirstAndLater() {
        for (int i = 0; i < 3; i++) {
            try {
                Fails.touch();
            } catch (ExceptionInInitializerError e) {
                System.out.println("first: " + e.getMessage() + " " + e.getCause() + " " + e.getException());
            } catch (NoClassDefFoundError e) {
                System.out.println("later: " + e.getMessage().replaceAll("class .*\\$", "class ...") + " " + (e.getCause() instanceof ExceptionInInitializerError));
            }
        }
        show();
    }

    static class FailsWithError {
        static {
            if (LOG != null) {
                throw new AssertionError("an error");
            }
        }

        static int x = 1;
    }

    static void errorsPassUnchanged() {
        Cases.thrown("first", () -> System.out.println(FailsWithError.x));
        try {
            System.out.println(FailsWithError.x);
        } catch (NoClassDefFoundError e) {
            System.out.println("later " + e.getClass().getName());
        }
    }

    static class Base {
        static {
            LOG.add("Base");
        }

        static int shared = 1;
    }

    static class Middle extends Base {
        static {
            LOG.add("Middle");
        }

        static int own = shared + 1;
    }

    static class Leaf extends Middle {
        static {
            LOG.add("Leaf");
        }
    }

    static void throughSubclassName() {
        System.out.println(Leaf.shared);
        show();
        System.out.println(Leaf.own);
        show();
        new Leaf();
        show();
    }

    interface HasField {
        int FIELD = logged("HasField");

        default void helper() {}
    }

    interface NoDefault {
        int FIELD = logged("NoDefault");
    }

    private static int logged(String text) {
        LOG.add(text);
        return LOG.size();
    }

    static class Implements implements HasField, NoDefault {
        static {
            LOG.add("Implements");
        }
    }

    static void interfacesWithDefaults() {
        new Implements();
        show();
        System.out.println(NoDefault.FIELD > 0);
        show();
    }

    static class A {
        static {
            LOG.add("A starts, B.value " + B.value);
        }

        static int value = 10;
    }

    static class B {
        static {
            LOG.add("B starts, A.value " + A.value);
        }

        static int value = 20;
    }

    static void mutualDependence() {
        System.out.println(A.value + " " + B.value);
        show();
    }

    static class Holder {
        static final Object LAZY = make();

        private static Object make() {
            LOG.add("made");
            return "lazy";
        }
    }

    static void holder() {
        LOG.add("before");
        Supplier<Object> later = () -> Holder.LAZY;
        LOG.add("supplier");
        System.out.println(later.get() + " " + later.get());
        show();
    }

    static class Constants {
        static final int NUMBER = 5;
        static final String TEXT = "t" + NUMBER;
        static final Integer BOXED = 6;

        static {
            LOG.add("Constants");
        }
    }

    static void constantsDoNotInitialise() {
        System.out.println(Constants.NUMBER + Constants.TEXT);
        show();
        System.out.println(Constants.BOXED);
        show();
    }

    enum Level {
        LOW(1), HIGH(2);

        static final List<Integer> SEEN = new ArrayList<>();
        private final int weight;

        static {
            for (Level level : values()) {
                SEEN.add(level.weight);
            }
            LOG.add("Level");
        }

        Level(int weight) {
            this.weight = weight;
            LOG.add("Level()" + weight);
        }
    }

    static void enums() {
        System.out.println(Level.SEEN);
        show();
    }

    static class FailsInConstructor {
        static final FailsInConstructor ONE = new FailsInConstructor(1);
        static final FailsInConstructor TWO = new FailsInConstructor(0);

        FailsInConstructor(int n) {
            LOG.add("constructor" + 10 / n);
        }
    }

    static void arithmeticInInitialiser() {
        Cases.thrown("first", () -> System.out.println(FailsInConstructor.ONE));
        show();
    }

    static class Recursive {
        static int depth = 0;
        static final Recursive FIRST = new Recursive();
        static int after = 5;
        final int seen;

        Recursive() {
            seen = after;
            depth++;
        }
    }

    static void staticsBeforeTheirTurn() {
        System.out.println(Recursive.FIRST.seen + " " + Recursive.depth + " " + Recursive.after);
    }

    static class SubFails extends Fails {
        static int x = 3;
    }

    static void subclassOfFailed() {
        Cases.thrown("failed", () -> {
            try {
                System.out.println(SubFails.x);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException("as expected");
            }
        });
        show();
    }

    static void finallyAroundInitialiser() {
        class Local {
            static int get() {
                return Late.value;
            }
        }
        try {
            System.out.println(Local.get());
        } catch (ExceptionInInitializerError e) {
            System.out.println(e.getCause());
        } finally {
            LOG.add("finally");
        }
        show();
    }

    static class Late {
        static int value = Integer.parseInt("late");
    }
}
