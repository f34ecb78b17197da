package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Chapter 11 and java.lang.Throwable: causes, suppressed exceptions, printed traces, stack trace elements. */
public final class Ch11Traces {
    private Ch11Traces() {}

    public static void main(String[] arguments) {
        Cases.run("causesAndCommonFrames", Ch11Traces::causesAndCommonFrames);
        Cases.run("suppressedAndCause", Ch11Traces::suppressedAndCause);
        Cases.run("circularCause", Ch11Traces::circularCause);
        Cases.run("initCauseFailures", Ch11Traces::initCauseFailures);
        Cases.run("withoutTraceOrSuppression", Ch11Traces::withoutTraceOrSuppression);
        Cases.run("overriddenFillIn", Ch11Traces::overriddenFillIn);
        Cases.run("setStackTrace", Ch11Traces::setStackTrace);
        Cases.run("elements", Ch11Traces::elements);
        Cases.run("traceIsACopy", Ch11Traces::traceIsACopy);
        Cases.run("fillInAgain", Ch11Traces::fillInAgain);
        Cases.run("traceOfLambdaAndInner", Ch11Traces::traceOfLambdaAndInner);
        Cases.run("traceOfConstructor", Ch11Traces::traceOfConstructor);
        Cases.run("messages", Ch11Traces::messages);
        Cases.run("stackOverflowIsCaught", Ch11Traces::stackOverflowIsCaught);
        Cases.run("stackOverflowRunsFinally", Ch11Traces::stackOverflowRunsFinally);
        Cases.run("outOfMemoryIsCaught", Ch11Traces::outOfMemoryIsCaught);
    }

    /** The trace as it is printed, with the frames of this class alone: what called it depends on where it runs. */
    private static void print(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text, true));
        text.toString().lines().filter(Ch11Traces::isOwn).map(line -> line.replaceAll("\\.\\.\\. \\d+ more", "... n more")).forEach(System.out::println);
    }

    private static boolean isOwn(String line) {
        return !line.strip().startsWith("at ") || line.contains("p.Some.") || line.contains("p.Other.") || line.contains("Ch11Traces") && !line.contains(".main(");
    }

    private static void low(int n) {
        if (n == 0) {
            throw new IllegalStateException("low");
        }
        low(n - 1);
    }

    private static void middle() {
        try {
            low(2);
        } catch (IllegalStateException e) {
            throw new RuntimeException("middle", e);
        }
    }

    private static void high() throws IOException {
        try {
            middle();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    static void causesAndCommonFrames() {
        try {
            high();
        } catch (IOException e) {
            print(e);
        }
    }

    static void suppressedAndCause() {
        Exception main = new Exception("main", new Error("cause"));
        main.addSuppressed(new RuntimeException("first"));
        main.addSuppressed(new RuntimeException("second", new IllegalArgumentException("why")));
        print(main);
        System.out.println(main.getSuppressed().length + " " + main.getSuppressed()[1].getCause());
    }

    static void circularCause() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        print(two);
    }

    static void initCauseFailures() {
        Exception e = new Exception("e", null);
        Cases.thrown("twice", () -> e.initCause(new Error()));
        Exception f = new Exception("f");
        Cases.thrown("self", () -> f.initCause(f));
        Cases.thrown("suppress self", () -> f.addSuppressed(f));
        Cases.thrown("suppress null", () -> f.addSuppressed(null));
        System.out.println(f.initCause(new Error("c")) == f);
    }

    private static final class Fixed extends Exception {
        private static final long serialVersionUID = 1;

        Fixed(boolean suppression, boolean writable) {
            super("fixed", null, suppression, writable);
        }
    }

    static void withoutTraceOrSuppression() {
        Fixed fixed = new Fixed(false, false);
        fixed.addSuppressed(new Error());
        System.out.println(fixed.getSuppressed().length + " " + fixed.getStackTrace().length);
        print(fixed);
    }

    private static final class Cheap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static void overriddenFillIn() {
        System.out.println(new Cheap().getStackTrace().length);
        print(new Cheap());
    }

    static void setStackTrace() {
        Exception e = new Exception("moved");
        e.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("p.Some", "run", "Some.java", 42),
            new StackTraceElement("p.Some", "native", "Some.java", -2),
            new StackTraceElement("p.Other", "go", null, -1)
        });
        print(e);
        Cases.thrown("null element", () -> e.setStackTrace(new StackTraceElement[1]));
        System.out.println(e.getStackTrace()[0].equals(new StackTraceElement("p.Some", "run", "Some.java", 42)));
    }

    private static void show(StackTraceElement element) {
        System.out.println(element.getClassName() + " " + element.getMethodName() + " " + element.getFileName() + " "
                + (element.getLineNumber() > 0) + element.isNativeMethod());
    }

    static void elements() {
        try {
            low(1);
        } catch (IllegalStateException e) {
            StackTraceElement[] trace = e.getStackTrace();
            show(trace[0]);
            show(trace[2]);
            System.out.println(trace[1].getLineNumber() - trace[0].getLineNumber());
        }
    }

    static void traceIsACopy() {
        Exception e = new Exception();
        e.getStackTrace()[0] = null;
        System.out.println(e.getStackTrace()[0] != null);
    }

    static void fillInAgain() {
        RuntimeException made = make();
        System.out.println(made.getStackTrace()[0].getMethodName());
        made.fillInStackTrace();
        System.out.println(made.getStackTrace()[0].getMethodName());
    }

    private static RuntimeException make() {
        return new RuntimeException("made here");
    }

    static void traceOfLambdaAndInner() {
        Runnable lambda = () -> {
            throw new IllegalStateException("in lambda");
        };
        Object inner = new Object() {
            @Override
            public String toString() {
                lambda.run();
                return "";
            }
        };
        try {
            inner.toString();
        } catch (IllegalStateException e) {
            print(e);
        }
    }

    private static final class Node {
        private final int value;

        private Node(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
            this.value = value;
        }

        static Node of(int value) {
            return new Node(value);
        }
    }

    static void traceOfConstructor() {
        System.out.println(Node.of(1).value);
        try {
            Node.of(-1);
        } catch (IllegalArgumentException e) {
            print(e);
        }
    }

    static void messages() {
        System.out.println(new Exception().getMessage() + " " + new Exception((String) null) + " " + new Exception(new Error("x")).getMessage() + " "
                + new Exception((Throwable) null).getMessage() + " " + new Error("m", null) + " " + new Exception("a", new Error("b")));
        Exception localized = new Exception("plain") {
            private static final long serialVersionUID = 1;

            @Override
            public String getLocalizedMessage() {
                return "localized";
            }
        };
        System.out.println(localized.toString().endsWith(": localized"));
    }

    static void stackOverflowIsCaught() {
        int[] depth = new int[1];
        try {
            endless(depth);
        } catch (StackOverflowError e) {
            System.out.println((depth[0] > 500) + " " + e.getMessage() + " " + (e.getStackTrace().length >= 1000));
        }
    }

    private static int endless(int[] depth) {
        depth[0]++;
        return endless(depth) + 1;
    }

    static void stackOverflowRunsFinally() {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try {
                try {
                    endless(new int[1]);
                } finally {
                    log.add("finally" + i);
                }
            } catch (StackOverflowError e) {
                log.add("caught" + i);
            }
        }
        System.out.println(log);
    }

    static void outOfMemoryIsCaught() {
        try {
            long[][] all = new long[Integer.MAX_VALUE - 8][];
            System.out.println(all.length);
        } catch (OutOfMemoryError e) {
            System.out.println(e.getClass().getName());
        }
        try {
            int[] tooLong = new int[Integer.MAX_VALUE];
            System.out.println(tooLong.length);
        } catch (OutOfMemoryError e) {
            System.out.println(e.getMessage());
        }
    }
}
