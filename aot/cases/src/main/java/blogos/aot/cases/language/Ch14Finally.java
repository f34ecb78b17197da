package blogos.aot.cases.language;

import blogos.aot.cases.Cases;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Chapter 14.20: finally in every shape. */
public final class Ch14Finally {
    private Ch14Finally() {}

    public static void main(String[] arguments) {
        Cases.run("returnFromTry", Ch14Finally::returnFromTry);
        Cases.run("variableChangedAfterReturnValue", Ch14Finally::variableChangedAfterReturnValue);
        Cases.run("objectChangedAfterReturnValue", Ch14Finally::objectChangedAfterReturnValue);
        Cases.run("finallyReturnWins", Ch14Finally::finallyReturnWins);
        Cases.run("finallyThrowWins", Ch14Finally::finallyThrowWins);
        Cases.run("breakThroughFinally", Ch14Finally::breakThroughFinally);
        Cases.run("continueThroughFinally", Ch14Finally::continueThroughFinally);
        Cases.run("breakInFinallyDropsException", Ch14Finally::breakInFinallyDropsException);
        Cases.run("continueInFinallyDropsReturn", Ch14Finally::continueInFinallyDropsReturn);
        Cases.run("labelledBreakThroughTwo", Ch14Finally::labelledBreakThroughTwo);
        Cases.run("nestedTries", Ch14Finally::nestedTries);
        Cases.run("recursion", Ch14Finally::recursion);
        Cases.run("localsOfManyTypes", Ch14Finally::localsOfManyTypes);
        Cases.run("exceptionPassesFinally", Ch14Finally::exceptionPassesFinally);
        Cases.run("inIterator", Ch14Finally::inIterator);
        Cases.run("inLambda", Ch14Finally::inLambda);
        Cases.run("withMonitors", Ch14Finally::withMonitors);
        Cases.run("withSwitch", Ch14Finally::withSwitch);
        Cases.run("yieldThroughFinally", Ch14Finally::yieldThroughFinally);
        Cases.run("tryInsideFinally", Ch14Finally::tryInsideFinally);
    }

    private static final StringBuilder LOG = new StringBuilder();

    private static int log(String text, int value) {
        LOG.append(text).append(' ');
        return value;
    }

    private static void show(Object result) {
        System.out.println(LOG + "-> " + result);
        LOG.setLength(0);
    }

    private static int returns() {
        try {
            return log("try", 1);
        } finally {
            log("finally", 0);
        }
    }

    static void returnFromTry() {
        show(returns());
    }

    private static int returnsVariable() {
        int x = 1;
        try {
            return x;
        } finally {
            x = 2;
            log("x" + x, 0);
        }
    }

    static void variableChangedAfterReturnValue() {
        show(returnsVariable());
    }

    private static StringBuilder returnsObject() {
        StringBuilder text = new StringBuilder("a");
        try {
            return text;
        } finally {
            text.append("b");
        }
    }

    static void objectChangedAfterReturnValue() {
        show(returnsObject());
    }

    @SuppressWarnings("finally")
    private static int finallyReturns(boolean fail) {
        try {
            if (fail) {
                throw new IllegalStateException("lost");
            }
            return 1;
        } finally {
            return 2;
        }
    }

    static void finallyReturnWins() {
        show(finallyReturns(false) + " " + finallyReturns(true));
    }

    @SuppressWarnings("finally")
    private static void finallyThrows() {
        try {
            throw new IllegalStateException("first");
        } finally {
            throw new IllegalArgumentException("second");
        }
    }

    static void finallyThrowWins() {
        Cases.thrown("thrown", Ch14Finally::finallyThrows);
    }

    static void breakThroughFinally() {
        for (int i = 0; i < 5; i++) {
            try {
                if (i == 2) {
                    break;
                }
                log("body" + i, 0);
            } finally {
                log("fin" + i, 0);
            }
        }
        show("done");
    }

    static void continueThroughFinally() {
        for (int i = 0; i < 3; i++) {
            try {
                if (i == 1) {
                    continue;
                }
                log("body" + i, 0);
            } finally {
                log("fin" + i, 0);
            }
        }
        show("done");
    }

    @SuppressWarnings("finally")
    static void breakInFinallyDropsException() {
        while (true) {
            try {
                throw new RuntimeException("dropped");
            } finally {
                break;
            }
        }
        show("reached");
    }

    @SuppressWarnings("finally")
    static void continueInFinallyDropsReturn() {
        int rounds = 0;
        for (int i = 0; i < 3; i++) {
            try {
                rounds++;
                throw new Error("dropped " + i);
            } finally {
                continue;
            }
        }
        show(rounds);
    }

    static void labelledBreakThroughTwo() {
        outer:
        for (int i = 0; ; i++) {
            try {
                for (int j = 0; ; j++) {
                    try {
                        if (i + j == 3) {
                            break outer;
                        }
                        if (j == 1) {
                            continue outer;
                        }
                    } finally {
                        log("in" + i + j, 0);
                    }
                }
            } finally {
                log("out" + i, 0);
            }
        }
        show("done");
    }

    private static String nested(int where) {
        try {
            try {
                if (where == 1) {
                    throw new IllegalStateException("inner");
                }
                return "value" + log("inner", 0);
            } catch (IllegalStateException e) {
                if (where == 1) {
                    throw new RuntimeException("from catch", e);
                }
                return "caught";
            } finally {
                log("f1", 0);
            }
        } catch (RuntimeException e) {
            return e.getMessage() + " " + e.getCause().getMessage();
        } finally {
            log("f2", 0);
        }
    }

    static void nestedTries() {
        show(nested(0) + " " + nested(1));
    }

    private static int depth(int n) {
        try {
            return n == 0 ? 0 : 1 + depth(n - 1);
        } finally {
            log("u" + n, 0);
        }
    }

    static void recursion() {
        show(depth(4));
    }

    private static long manyTypes(int i) {
        long sum = i;
        double d = i / 2.0;
        String s = "s" + i;
        try {
            sum += s.length();
            if (i > 1) {
                throw new Exception(s);
            }
            return sum;
        } catch (Exception e) {
            d += e.getMessage().length();
            return (long) d;
        } finally {
            log(s + d + sum, 0);
        }
    }

    static void localsOfManyTypes() {
        show(manyTypes(1) + " " + manyTypes(3));
    }

    private static int onlyFinally(int[] array, int index) {
        int result = -1;
        try {
            result = array[index];
        } finally {
            log("seen" + result, 0);
        }
        return result;
    }

    static void exceptionPassesFinally() {
        Cases.thrown("inside", () -> System.out.println(onlyFinally(new int[] {7}, 0)));
        Cases.thrown("outside", () -> onlyFinally(new int[] {7}, 1));
        show("");
    }

    private static Iterator<Integer> guarded(List<Integer> source) {
        Iterator<Integer> all = source.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Integer next() {
                try {
                    return all.next();
                } finally {
                    log("next", 0);
                }
            }
        };
    }

    static void inIterator() {
        int sum = 0;
        for (Iterator<Integer> it = guarded(List.of(1, 2, 3)); it.hasNext(); ) {
            sum += it.next();
        }
        show(sum);
    }

    static void inLambda() {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int n = i;
            tasks.add(() -> {
                try {
                    log("run" + 6 / n, 0);
                } catch (ArithmeticException e) {
                    log("zero", 0);
                } finally {
                    log("f" + n, 0);
                }
            });
        }
        tasks.forEach(Runnable::run);
        show(tasks.size());
    }

    private static int synchronizedInside(Object lock) {
        synchronized (lock) {
            try {
                synchronized (Ch14Finally.class) {
                    return log("locked", 3);
                }
            } finally {
                log("unlocked", 0);
            }
        }
    }

    static void withMonitors() {
        show(synchronizedInside(new Object()));
        Cases.thrown("null", () -> synchronizedInside(null));
    }

    private static int switchInside(int n) {
        try {
            switch (n) {
                case 0:
                    return 10;
                case 1:
                    break;
                default:
                    throw new IllegalArgumentException("n" + n);
            }
            return 20;
        } catch (IllegalArgumentException e) {
            return 30;
        } finally {
            log("s" + n, 0);
        }
    }

    static void withSwitch() {
        show(switchInside(0) + " " + switchInside(1) + " " + switchInside(2));
    }

    private static int yields(int n) {
        return switch (n) {
            case 0 -> {
                try {
                    yield log("y", 1);
                } finally {
                    log("fy", 0);
                }
            }
            default -> {
                try {
                    throw new RuntimeException();
                } catch (RuntimeException e) {
                    yield 2;
                } finally {
                    log("fd", 0);
                }
            }
        };
    }

    static void yieldThroughFinally() {
        show(yields(0) + yields(1));
    }

    private static boolean conditionInside() {
        boolean ok = false;
        try {
            ok = log("c", 1) > 0 && log("d", 0) > 0 || log("e", 1) > 0;
        } finally {
            if (!ok) {
                log("not", 0);
            } else {
                try {
                    log("nested", 0);
                } finally {
                    log("deep", 0);
                }
            }
        }
        return ok;
    }

    static void tryInsideFinally() {
        show(conditionInside());
    }
}
