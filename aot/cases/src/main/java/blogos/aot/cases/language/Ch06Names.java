package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Chapter 6: scope, shadowing, hiding, obscuring, access. */
public final class Ch06Names {
    private Ch06Names() {}

    public static void main(String[] arguments) {
        Cases.run("localShadowsField", Ch06Names::localShadowsField);
        Cases.run("parameterShadowsField", Ch06Names::parameterShadowsField);
        Cases.run("fieldsAreHidden", Ch06Names::fieldsAreHidden);
        Cases.run("staticMethodsAreHidden", Ch06Names::staticMethodsAreHidden);
        Cases.run("ambiguousInterfaceFields", Ch06Names::ambiguousInterfaceFields);
        Cases.run("blockScopes", Ch06Names::blockScopes);
        Cases.run("lambdaParametersAndLocals", Ch06Names::lambdaParametersAndLocals);
        Cases.run("localClassShadows", Ch06Names::localClassShadows);
        Cases.run("variableObscuresType", Ch06Names::variableObscuresType);
        Cases.run("labelsHaveTheirOwnSpace", Ch06Names::labelsHaveTheirOwnSpace);
        Cases.run("methodsAndFieldsOfOneName", Ch06Names::methodsAndFieldsOfOneName);
        Cases.run("innerSeesOuterOfSameName", Ch06Names::innerSeesOuterOfSameName);
        Cases.run("privateMembersOfNestmates", Ch06Names::privateMembersOfNestmates);
        Cases.run("contextualKeywordsAsNames", Ch06Names::contextualKeywordsAsNames);
        Cases.run("recursiveGenericName", Ch06Names::recursiveGenericName);
    }

    private static int value = 1;
    private int field = 10;

    static class Base {
        static String kind = "base";
        int size = 1;
        protected int level = 5;

        static String describe() {
            return "Base.describe " + kind;
        }

        int size() {
            return size;
        }
    }

    static class Derived extends Base {
        static String kind = "derived";
        int size = 2;

        static String describe() {
            return "Derived.describe " + kind + " " + Base.kind;
        }

        String sizes() {
            return size + " " + super.size + " " + ((Base) this).size + " " + size() + " " + level;
        }
    }

    interface Red {
        int CODE = 1;
        String NAME = "red";
    }

    interface Blue {
        int CODE = 2;
    }

    static class Purple implements Red, Blue {
        String codes() {
            return Red.CODE + " " + Blue.CODE + " " + NAME;
        }
    }

    static void localShadowsField() {
        int value = 2;
        System.out.println(value + " " + Ch06Names.value);
        Ch06Names.value += value;
        System.out.println(Ch06Names.value);
        Ch06Names.value = 1;
    }

    private String parameterShadowsField(int field) {
        this.field = field * 2;
        return field + " " + this.field;
    }

    static void parameterShadowsField() {
        System.out.println(new Ch06Names().parameterShadowsField(7));
    }

    static void fieldsAreHidden() {
        Derived derived = new Derived();
        Base base = derived;
        System.out.println(derived.size + " " + base.size + " " + derived.sizes() + " " + base.kind + " " + derived.kind);
        base.size = 30;
        System.out.println(derived.sizes());
    }

    static void staticMethodsAreHidden() {
        Base base = new Derived();
        System.out.println(Base.describe() + " " + Derived.describe() + " " + base.describe());
    }

    static void ambiguousInterfaceFields() {
        System.out.println(new Purple().codes() + " " + Purple.NAME);
    }

    static void blockScopes() {
        StringBuilder text = new StringBuilder();
        {
            int x = 1;
            text.append(x);
        }
        {
            String x = "two";
            text.append(x);
        }
        for (int x = 3; x < 5; x++) {
            text.append(x);
        }
        for (String x : new String[] {"a", "b"}) {
            text.append(x);
        }
        System.out.println(text);
    }

    static void lambdaParametersAndLocals() {
        IntSupplier outer = () -> {
            int value = 40;
            IntSupplier inner = () -> value + Ch06Names.value;
            return inner.getAsInt();
        };
        System.out.println(outer.getAsInt());
    }

    static void localClassShadows() {
        class List {
            @Override
            public String toString() {
                return "my List";
            }
        }
        System.out.println(new List() + " " + new ArrayList<>(java.util.List.of(1)));
    }

    static void variableObscuresType() {
        String Integer = "variable";
        System.out.println(Integer.length() + " " + java.lang.Integer.MAX_VALUE);
    }

    static void labelsHaveTheirOwnSpace() {
        int loop = 0;
        loop:
        for (int i = 0; i < 3; i++) {
            loop += i;
            if (loop == 1) {
                break loop;
            }
        }
        System.out.println(loop);
    }

    static void methodsAndFieldsOfOneName() {
        Supplier<String> toString = () -> "supplied";
        System.out.println(toString.get() + " " + size(size) + size);
    }

    private static int size = 4;

    private static int size(int size) {
        return size * size;
    }

    static void innerSeesOuterOfSameName() {
        class Counter {
            int field = 1;

            class Inner {
                int field = 2;

                String all() {
                    int field = 3;
                    return field + " " + this.field + " " + Counter.this.field;
                }
            }
        }
        System.out.println(new Counter().new Inner().all());
    }

    static void privateMembersOfNestmates() {
        class Box {
            private int secret = 5;

            private int twice() {
                return secret * 2;
            }
        }
        Box box = new Box();
        box.secret++;
        System.out.println(box.twice() + " " + Nested.hidden() + " " + new Nested().peek(new Ch06Names()));
    }

    private static final class Nested {
        private static String hidden() {
            return "hidden";
        }

        private int peek(Ch06Names other) {
            return other.field;
        }
    }

    static void contextualKeywordsAsNames() {
        int record = 1;
        int sealed = 2;
        int permits = 3;
        int with = 4;
        int module = 5;
        String var = "v";
        System.out.println(record + sealed + permits + with + module + var);
    }

    static void recursiveGenericName() {
        List<List<?>> self = new ArrayList<>();
        self.add(self);
        System.out.println(self.size() + " " + (self.get(0) == self));
    }
}
