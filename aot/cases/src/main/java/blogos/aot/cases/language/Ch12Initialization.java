package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 12.4.1: what initialises a class or interface, and what does not. */
public final class Ch12Initialization {
    private Ch12Initialization() {}

    public static void main(String[] arguments) {
        Cases.run("onFirstNew", Ch12Initialization::onFirstNew);
        Cases.run("onStaticCall", Ch12Initialization::onStaticCall);
        Cases.run("onStaticField", Ch12Initialization::onStaticField);
        Cases.run("constantsDoNotTrigger", Ch12Initialization::constantsDoNotTrigger);
        Cases.run("inheritedStaticInitialisesDeclarer", Ch12Initialization::inheritedStaticInitialisesDeclarer);
        Cases.run("arraysDoNotTrigger", Ch12Initialization::arraysDoNotTrigger);
        Cases.run("literalsAndInstanceofDoNotTrigger", Ch12Initialization::literalsAndInstanceofDoNotTrigger);
        Cases.run("interfaceWithoutDefault", Ch12Initialization::interfaceWithoutDefault);
        Cases.run("interfaceWithDefault", Ch12Initialization::interfaceWithDefault);
        Cases.run("interfaceFieldOnUse", Ch12Initialization::interfaceFieldOnUse);
        Cases.run("lambdaBodyTriggers", Ch12Initialization::lambdaBodyTriggers);
        Cases.run("methodReferenceTriggers", Ch12Initialization::methodReferenceTriggers);
        Cases.run("assertionsAreOff", Ch12Initialization::assertionsAreOff);
    }

    private static int say(String text) {
        System.out.println(text);
        return text.length();
    }

    private static class New {
        static {
            say("New initialised");
        }
    }

    static void onFirstNew() {
        say("before");
        new New();
        say("between");
        new New();
    }

    private static class Called {
        static {
            say("Called initialised");
        }

        static int method() {
            return say("called");
        }
    }

    static void onStaticCall() {
        say("before");
        Called.method();
        Called.method();
    }

    private static class Fields {
        static int field = say("Fields initialised");
    }

    static void onStaticField() {
        say("before");
        Fields.field += 1;
        System.out.println(Fields.field);
    }

    private static class Constant {
        static final int NUMBER = 5;
        static final String TEXT = "constant";
        static final Integer BOXED = 7;

        static {
            say("Constant initialised");
        }
    }

    static void constantsDoNotTrigger() {
        System.out.println(Constant.NUMBER + Constant.TEXT);
        System.out.println(Constant.BOXED);
    }

    private static class Declarer {
        static int inherited = say("Declarer");

        static void method() {
            say("method");
        }
    }

    private static final class Heir extends Declarer {
        static {
            say("Heir must not be initialised");
        }
    }

    static void inheritedStaticInitialisesDeclarer() {
        System.out.println(Heir.inherited);
        Heir.method();
    }

    private static final class Element {
        static {
            say("Element initialised");
        }
    }

    static void arraysDoNotTrigger() {
        Element[] elements = new Element[3];
        Element[][] grid = new Element[2][2];
        say("arrays " + elements.length + grid.length);
        elements[0] = new Element();
    }

    private static final class Literal {
        static {
            say("Literal initialised");
        }
    }

    static void literalsAndInstanceofDoNotTrigger() {
        Object object = "text";
        System.out.println(object instanceof Literal);
        System.out.println(Literal.class.getSimpleName());
        Cases.thrown("cast", () -> System.out.println((Literal) object));
        say("now");
        new Literal();
    }

    private interface Lazy {
        int VALUE = say("Lazy initialised");

        void method();
    }

    private static final class Implements implements Lazy {
        static {
            say("Implements initialised");
        }

        @Override
        public void method() {
            say("method");
        }
    }

    static void interfaceWithoutDefault() {
        Lazy lazy = new Implements();
        lazy.method();
        say("field next");
        System.out.println(Lazy.VALUE);
    }

    private interface Eager {
        int VALUE = say("Eager initialised");

        default void method() {
            say("default");
        }
    }

    private interface AlsoEager extends Eager {
        int OTHER = say("AlsoEager must not be initialised");
    }

    private static final class ImplementsEager implements AlsoEager {
        static {
            say("ImplementsEager initialised");
        }
    }

    static void interfaceWithDefault() {
        new ImplementsEager().method();
    }

    private interface Top {
        int A = say("Top initialised");
    }

    private interface Bottom extends Top {
        int B = say("Bottom initialised");
        int C = 3;
    }

    static void interfaceFieldOnUse() {
        System.out.println(Bottom.C);
        System.out.println(Bottom.B);
        System.out.println(Bottom.A);
    }

    private static final class InLambda {
        static int value = say("InLambda initialised");
    }

    static void lambdaBodyTriggers() {
        Runnable runnable = () -> System.out.println(InLambda.value);
        say("made");
        runnable.run();
    }

    private static final class Referenced {
        static {
            say("Referenced initialised");
        }

        static void method() {
            say("method");
        }
    }

    static void methodReferenceTriggers() {
        Runnable runnable = Referenced::method;
        say("run");
        runnable.run();
    }

    static void assertionsAreOff() {
        assert say("asserted") < 0 : "must not run";
        say("past");
    }
}
