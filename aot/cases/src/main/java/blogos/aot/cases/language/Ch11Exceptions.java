package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 11: exceptions thrown by programs and by the machine, their causes and messages, and how they travel. */
public final class Ch11Exceptions {
    private Ch11Exceptions() {}

    public static void main(String[] arguments) {
        Cases.run("preciseRethrow", Ch11Exceptions::preciseRethrow);
        Cases.run("causes", Ch11Exceptions::causes);
        Cases.run("ownExceptions", Ch11Exceptions::ownExceptions);
        Cases.run("sneakyThrow", Ch11Exceptions::sneakyThrow);
        Cases.run("throwNull", Ch11Exceptions::throwNull);
        Cases.run("machineExceptions", Ch11Exceptions::machineExceptions);
        Cases.run("throughManyFrames", Ch11Exceptions::throughManyFrames);
        Cases.run("localsKeepTheirValues", Ch11Exceptions::localsKeepTheirValues);
        Cases.run("localsModifiedInTry", Ch11Exceptions::localsModifiedInTry);
        Cases.run("loopOfThrows", Ch11Exceptions::loopOfThrows);
        Cases.run("exceptionInCondition", Ch11Exceptions::exceptionInCondition);
        Cases.run("throwFromConstructor", Ch11Exceptions::throwFromConstructor);
        Cases.run("messages", Ch11Exceptions::messages);
        Cases.run("errorsAreThrowable", Ch11Exceptions::errorsAreThrowable);
    }

    private static void fail(int kind) throws Exception {
        switch (kind) {
            case 0:
                throw new IllegalArgumentException("zero");
            case 1:
                throw new NumberFormatException("one");
            case 2:
                throw new Exception("two");
            case 3:
                throw new Error("three");
            case 4:
                throw new ArrayIndexOutOfBoundsException("four");
            default:
        }
    }

    private static void rethrow(int kind) throws Exception {
        try {
            fail(kind);
        } catch (final Exception e) {
            System.out.println("passing " + e.getMessage());
            throw e;
        }
    }

    static void preciseRethrow() {
        Cases.thrown("runtime", () -> rethrow(0));
        Cases.thrown("checked", () -> rethrow(2));
        Cases.thrown("error", () -> rethrow(3));
        Cases.thrown("none", () -> rethrow(5));
    }

    static void causes() {
        Throwable root = new IllegalArgumentException("root");
        Throwable middle = new RuntimeException(root);
        Throwable top = new Error("top", middle);
        for (Throwable t = top; t != null; t = t.getCause()) {
            System.out.println(t + " | " + t.getMessage());
        }
        Exception late = new Exception("late");
        late.initCause(root);
        System.out.println(late.getCause() == root);
        Cases.thrown("twice", () -> late.initCause(middle));
        Cases.thrown("self", () -> {
            Exception self = new Exception("self");
            self.initCause(self);
        });
        System.out.println(new RuntimeException((Throwable) null).getMessage());
    }

    private static class CodedException extends Exception {
        private final int code;

        CodedException(int code) {
            super("code " + code);
            this.code = code;
        }
    }

    private static final class QuietException extends CodedException {
        QuietException() {
            super(7);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        @Override
        public String getMessage() {
            return "quiet " + super.getMessage();
        }
    }

    static void ownExceptions() {
        try {
            throw new QuietException();
        } catch (CodedException e) {
            System.out.println(e + " " + e.code + " " + e.getLocalizedMessage() + " " + e.getStackTrace().length);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable t) throws T {
        throw (T) t;
    }

    static void sneakyThrow() {
        try {
            Ch11Exceptions.<RuntimeException>sneak(new CodedException(3));
        } catch (Exception e) {
            System.out.println(e.getClass().getName() + " " + (e instanceof RuntimeException));
        }
    }

    static void throwNull() {
        RuntimeException none = null;
        Cases.thrown("null", () -> {
            throw none;
        });
    }

    private static int depth(Object o) {
        return ((String) o).length();
    }

    static void machineExceptions() {
        int zero = 0;
        int[] array = {1};
        String none = null;
        Object number = 5;
        Object[] strings = {"s"};
        Object[] typed = new String[1];
        Cases.thrown("arithmetic", () -> System.out.println(1 / zero));
        Cases.thrown("bounds", () -> System.out.println(array[array.length]));
        Cases.thrown("null call", () -> System.out.println(none.length()));
        Cases.thrown("cast", () -> System.out.println(depth(number)));
        Cases.thrown("negative", () -> System.out.println(new int[array[0] - 2].length));
        Cases.thrown("store", () -> typed[0] = number);
        Cases.thrown("null lock", () -> {
            synchronized (none) {
                System.out.println("inside");
            }
        });
        Cases.thrown("string index", () -> System.out.println("abc".charAt(5)));
        Cases.thrown("substring", () -> System.out.println("abc".substring(2, 1)));
        System.out.println(strings[0]);
    }

    private static int descend(int depth) throws CodedException {
        if (depth == 0) {
            throw new CodedException(depth);
        }
        int a = depth * 3;
        long b = depth * 5L;
        int result = descend(depth - 1);
        return result + a + (int) b;
    }

    static void throughManyFrames() {
        for (int depth : new int[] {0, 1, 10, 1000}) {
            try {
                System.out.println(descend(depth));
            } catch (CodedException e) {
                System.out.println("caught after " + depth + " " + e.code);
            }
        }
    }

    static void localsKeepTheirValues() {
        int a = 1;
        long b = 2;
        double c = 3.5;
        String d = "four";
        int[] e = {5};
        try {
            System.out.println(descend(3));
        } catch (CodedException expected) {
            System.out.println(a + " " + b + " " + (int) (c * 2) + " " + d + " " + e[0]);
        }
    }

    static void localsModifiedInTry() {
        int steps = 0;
        String last = "none";
        for (int i = 0; i < 8; i++) {
            try {
                steps += 1;
                last = "before " + i;
                fail(i);
                steps += 10;
                last = "after " + i;
            } catch (Exception | Error e) {
                steps += 100;
                last += " caught";
            } finally {
                steps += 1000;
            }
            System.out.println(steps + " " + last);
        }
    }

    static void loopOfThrows() {
        int sum = 0;
        for (int i = 0; i < 1000; i++) {
            try {
                fail(i % 6);
            } catch (IllegalArgumentException e) {
                sum += 1;
            } catch (Exception e) {
                sum += 3;
            } catch (Error e) {
                sum += 5;
            }
        }
        System.out.println(sum);
    }

    private static boolean check(int i) {
        if (i == 2) {
            throw new IllegalStateException("at " + i);
        }
        return i < 5;
    }

    static void exceptionInCondition() {
        int i = 0;
        try {
            while (check(i)) {
                i++;
            }
        } catch (IllegalStateException e) {
            System.out.println(i + " " + e.getMessage());
        }
    }

    private static final class Fragile {
        static int created;
        final int value;

        Fragile(int value) {
            created++;
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
            this.value = value;
        }
    }

    static void throwFromConstructor() {
        Fragile fragile = null;
        try {
            fragile = new Fragile(1);
            fragile = new Fragile(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(fragile.value + " " + Fragile.created);
        }
    }

    static void messages() {
        Throwable[] all = {
            new Exception(),
            new Exception("m"),
            new Exception("m", new Error("c")),
            new Exception(new Error("c")),
            new Exception(new Error()),
            new AssertionError(5),
            new AssertionError("t"),
            new AssertionError((Object) null),
            new StackOverflowError(),
            new CodedException(1)
        };
        for (Throwable t : all) {
            System.out.println(t + " / " + t.getMessage() + " / " + t.getCause());
        }
    }

    static void errorsAreThrowable() {
        try {
            throw new AssertionError("broken", new Exception("cause"));
        } catch (Throwable t) {
            System.out.println((t instanceof Exception) + " " + (t instanceof Error) + " " + t.getCause());
        }
    }
}
