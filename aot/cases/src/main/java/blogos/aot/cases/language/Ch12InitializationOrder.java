package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 12.4.2: the steps of initialisation: their order, cycles, and failure. */
public final class Ch12InitializationOrder {
    private Ch12InitializationOrder() {}

    public static void main(String[] arguments) {
        Cases.run("superclassFirst", Ch12InitializationOrder::superclassFirst);
        Cases.run("textualOrder", Ch12InitializationOrder::textualOrder);
        Cases.run("cycle", Ch12InitializationOrder::cycle);
        Cases.run("recursionSeesDefaults", Ch12InitializationOrder::recursionSeesDefaults);
        Cases.run("enumBeforeStatics", Ch12InitializationOrder::enumBeforeStatics);
        Cases.run("failureThenNoClassDef", Ch12InitializationOrder::failureThenNoClassDef);
        Cases.run("errorIsNotWrapped", Ch12InitializationOrder::errorIsNotWrapped);
        Cases.run("superclassFails", Ch12InitializationOrder::superclassFails);
        Cases.run("argumentsBeforeInitialisation", Ch12InitializationOrder::argumentsBeforeInitialisation);
        Cases.run("fieldStoreTriggersAfterValue", Ch12InitializationOrder::fieldStoreTriggersAfterValue);
        Cases.run("holderIdiom", Ch12InitializationOrder::holderIdiom);
        Cases.run("inBranchOnly", Ch12InitializationOrder::inBranchOnly);
    }

    private static int say(String text) {
        System.out.println(text);
        return text.length();
    }

    private static class Grandparent {
        static {
            say("Grandparent");
        }
    }

    private static class Parent extends Grandparent {
        static {
            say("Parent");
        }
    }

    private static final class Child extends Parent {
        static {
            say("Child");
        }

        static void touch() {
            say("touched");
        }
    }

    static void superclassFirst() {
        Child.touch();
    }

    private static final class Textual {
        static int a = say("a");
        static final String S;
        static int b;

        static {
            say("block a=" + a + " b=" + b + " c=" + Textual.c);
            b = 5;
            S = "s" + a;
        }

        static int c = say("c" + b);
        static int d = c + b;
    }

    static void textualOrder() {
        System.out.println(Textual.a + " " + Textual.b + " " + Textual.c + " " + Textual.d + " " + Textual.S);
    }

    private static final class Ping {
        static int value = Pong.value + 1;
    }

    private static final class Pong {
        static int value = Ping.value + 10;
    }

    static void cycle() {
        System.out.println(Ping.value + " " + Pong.value);
    }

    private static final class Self {
        static final Self INSTANCE = new Self();
        static int counter = 5;
        static final int CONSTANT = 8;
        static final Integer BOXED = 9;
        final String seen;

        Self() {
            seen = counter + " " + CONSTANT + " " + BOXED;
            counter++;
        }
    }

    static void recursionSeesDefaults() {
        System.out.println(Self.INSTANCE.seen + " " + Self.counter);
    }

    private enum Ordered {
        FIRST,
        SECOND;

        static {
            say("enum block " + values().length);
        }

        static final int AFTER = say("after");

        Ordered() {
            say("constant");
        }
    }

    static void enumBeforeStatics() {
        System.out.println(Ordered.SECOND.ordinal());
    }

    private static final class Failing {
        static int value = compute();

        static int compute() {
            say("Failing starts");
            throw new IllegalStateException("no value");
        }

        static void method() {
            say("never");
        }
    }

    static void failureThenNoClassDef() {
        try {
            System.out.println(Failing.value);
        } catch (ExceptionInInitializerError e) {
            System.out.println(e + " | " + e.getCause() + " | " + e.getException());
        }
        try {
            Failing.method();
        } catch (NoClassDefFoundError e) {
            System.out.println(e.getMessage());
        }
        try {
            new Failing();
        } catch (NoClassDefFoundError e) {
            System.out.println(e.getMessage());
        }
    }

    private static final class Broken {
        static {
            if (say("Broken") > 0) {
                throw new AssertionError("plain");
            }
        }

        static void method() {
            say("never");
        }
    }

    static void errorIsNotWrapped() {
        Cases.thrown("first", Broken::method);
        Cases.thrown("second", () -> Broken.method());
    }

    private static class BadParent {
        static int value = Integer.parseInt("bad");
    }

    private static final class BadChild extends BadParent {
        static {
            say("never");
        }

        static void method() {
            say("never");
        }
    }

    static void superclassFails() {
        Cases.thrown("child", () -> BadChild.method());
        Cases.thrown("child again", () -> BadChild.method());
        Cases.thrown("parent", () -> System.out.println(BadParent.value));
    }

    private static final class Arguments {
        static {
            say("Arguments initialised");
        }

        final int value;

        Arguments(int value) {
            this.value = value;
        }

        static void method(int a, int b) {
            say("method " + a + b);
        }
    }

    private static final class NewArguments {
        static {
            say("NewArguments initialised");
        }

        NewArguments(int value) {
            say("constructor " + value);
        }
    }

    static void argumentsBeforeInitialisation() {
        Arguments.method(say("one"), say("three"));
        new NewArguments(say("after new"));
    }

    private static final class Stored {
        static int field;

        static {
            say("Stored initialised " + field);
        }
    }

    static void fieldStoreTriggersAfterValue() {
        Stored.field = say("value");
        System.out.println(Stored.field);
    }

    private static final class Holder {
        private static final class Lazy {
            static final Holder INSTANCE = new Holder();
        }

        Holder() {
            say("made once");
        }

        static Holder get() {
            return Lazy.INSTANCE;
        }
    }

    static void holderIdiom() {
        say("before");
        System.out.println(Holder.get() == Holder.get());
    }

    private static final class Branch {
        static int value = say("Branch initialised");
    }

    static void inBranchOnly() {
        for (int i = 0; i < 4; i++) {
            say("round " + i);
            if (i >= 2) {
                System.out.println(Branch.value + i);
            }
        }
    }
}
