package blogos.kernel.tests;

import java.util.ArrayList;
import java.util.List;

/** Exceptions in ring 0: what goes wrong stays where it is caught. */
final class FailureTests {
    private static int depth;

    private FailureTests() {}

    static void addTo(TestList tests) {
        tests.add("null pointer", FailureTests::nullPointer);
        tests.add("array index", FailureTests::arrayIndex);
        tests.add("division by zero", FailureTests::division);
        tests.add("class cast", FailureTests::classCast);
        tests.add("array store", FailureTests::arrayStore);
        tests.add("finally in order", FailureTests::finallyOrder);
        tests.add("exception through many frames", FailureTests::throughFrames);
        tests.add("stack trace names file and line", FailureTests::stackTrace);
        tests.add("stack overflow is an exception", FailureTests::stackOverflow);
        tests.add("out of memory is an exception", FailureTests::outOfMemory);
    }

    private static void nullPointer() {
        String text = depth < 0 ? "" : null;
        Check.throwing(NullPointerException.class, () -> text.length());
    }

    private static void arrayIndex() {
        int[] array = new int[3];
        Throwable e = Check.throwing(ArrayIndexOutOfBoundsException.class, () -> array[3] = 1);
        Check.equals("Index 3 out of bounds for length 3", e.getMessage(), "the message");
    }

    private static void division() {
        int zero = depth;
        Check.throwing(ArithmeticException.class, () -> Check.equal(0, 1 / zero, "nothing"));
    }

    private static void classCast() {
        Object text = "text";
        Check.throwing(ClassCastException.class, () -> Check.equal(0, (Integer) text, "nothing"));
    }

    private static void arrayStore() {
        Object[] numbers = new Integer[1];
        Check.throwing(ArrayStoreException.class, () -> numbers[0] = "text");
    }

    private static void finallyOrder() {
        List<String> steps = new ArrayList<>();
        try {
            try {
                steps.add("try");
                throw new IllegalStateException("first");
            } finally {
                steps.add("finally");
            }
        } catch (IllegalStateException e) {
            steps.add(e.getMessage());
        }
        Check.equals("[try, finally, first]", steps.toString(), "the steps");
    }

    private static void throughFrames() {
        for (int i = 0; i < 100; i++) {
            int levels = i;
            Throwable e = Check.throwing(IllegalArgumentException.class, () -> descend(levels));
            Check.equals("bottom", e.getMessage(), "the message");
        }
    }

    private static int descend(int levels) {
        if (levels == 0) {
            throw new IllegalArgumentException("bottom");
        }
        return descend(levels - 1) + 1;
    }

    private static void stackTrace() {
        StackTraceElement top =
                Check.throwing(IllegalArgumentException.class, () -> descend(0)).getStackTrace()[0];
        Check.equals(FailureTests.class.getName(), top.getClassName(), "the class");
        Check.equals("descend", top.getMethodName(), "the method");
        Check.equals("FailureTests.java", top.getFileName(), "the file");
        Check.isTrue(top.getLineNumber() > 0, "there is a line number");
    }

    private static void stackOverflow() {
        for (int i = 0; i < 3; i++) {
            depth = 0;
            Check.throwing(StackOverflowError.class, () -> recurse());
            Check.isTrue(depth > 100, "the stack has room for 100 calls");
        }
        depth = 0;
    }

    /** The result keeps this from becoming a loop. */
    private static int recurse() {
        depth++;
        return recurse() / 3 + depth;
    }

    private static void outOfMemory() {
        Check.throwing(OutOfMemoryError.class, () -> Check.equal(0, new long[1 << 30].length, "nothing"));
        Check.equal(10, new long[10].length, "the length of a small array afterwards");
    }
}
