package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 12.4: when classes and interfaces are initialised, in which order, and what happens when that fails. */
public final class Ch12Initialization {
    private Ch12Initialization() {
    }

    public static void main(String[] arguments) {
        Cases.run("onFirstNew", Ch12Initialization::onFirstNew);
        Cases.run("onStaticCall", Ch12Initialization::onStaticCall);
        Cases.run("onStaticField", Ch12Initialization::onStaticField);
        Cases.run("constantsDoNotTrigger", Ch12Initialization::constantsDoNotTrigger);
        Cases.run("superclassFirst", Ch12Initialization::superclassFirst);
        Cases.run("inheritedStaticInitialisesDeclarer", Ch12Initialization::inheritedStaticInitialisesDeclarer);
        Cases.run("arraysDoNotTrigger", Ch12Initialization::arraysDoNotTrigger);
        Cases.run("literalsAndInstanceofDoNotTrigger", Ch12Initialization::literalsAndInstanceofDoNotTrigger);
        Cases.run("interfaceWithoutDefault", Ch12Initialization::interfaceWithoutDefault);
        Cases.run("interfaceWithDefault", Ch12Initialization::interfaceWithDefault);
        Cases.run("interfaceFieldOnUse", Ch12Initialization::interfaceFieldOnUse);
        Cases.run("textualOrder", Ch12Initialization::textualOrder);
        Cases.run("cycle", Ch12Initialization::cycle);
        Cases.run("recursionSeesDefaults", Ch12Initialization::recursionSeesDefaults);
        Cases.run("enumBeforeStatics", Ch12Initialization::enumBeforeStatics);
        Cases.run("failureThenNoClassDef", Ch12Initialization::failureThenNoClassDef);
        Cases.run("errorIsNotWrapped", Ch12Initialization::errorIsNotWrapped);
        Cases.run("superclassFails", Ch12Initialization::superclassFails);
        Cases.run("lambdaBodyTriggers", Ch12Initialization::lambdaBodyTriggers);
        Cases.run("methodReferenceTriggers", Ch12Initialization::methodReferenceTriggers);
        Cases.run("argumentsBeforeInitialisation", Ch12Initialization::argumentsBeforeInitialisation);
        Cases.run("fieldStoreTriggersAfterValue", Ch12Initialization::fieldStoreTriggersAfterValue);
        Cases.run("holderIdiom", Ch12Initialization::holderIdiom);
        Cases.run("inBranchOnly", Ch12Initialization::inBranchOnly);
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
        FIRST, SECOND;

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

    static void assertionsAreOff() {
        assert say("asserted") < 0 : "must not run";
        say("past");
    }
}
