package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 14.20: catch and finally in every shape. */
public final class Ch14Try {
    private Ch14Try() {}

    public static void main(String[] arguments) {
        Cases.run("catchBySubtype", Ch14Try::catchBySubtype);
        Cases.run("firstMatchingCatch", Ch14Try::firstMatchingCatch);
        Cases.run("multiCatch", Ch14Try::multiCatch);
        Cases.run("finallyAlwaysRuns", Ch14Try::finallyAlwaysRuns);
        Cases.run("finallyKeepsReturnValue", Ch14Try::finallyKeepsReturnValue);
        Cases.run("finallyOverrides", Ch14Try::finallyOverrides);
        Cases.run("finallyWithLoops", Ch14Try::finallyWithLoops);
        Cases.run("nestedFinally", Ch14Try::nestedFinally);
        Cases.run("throwInCatch", Ch14Try::throwInCatch);
        Cases.run("throwInFinally", Ch14Try::throwInFinally);
        Cases.run("tryInFinally", Ch14Try::tryInFinally);
        Cases.run("resultOfTryAsValue", Ch14Try::resultOfTryAsValue);
        Cases.run("recursiveUnwinding", Ch14Try::recursiveUnwinding);
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

    static void catchBySubtype() {
        for (int i = 0; i < 6; i++) {
            try {
                fail(i);
                System.out.println(i + " fine");
            } catch (RuntimeException e) {
                System.out.println(i + " runtime " + e.getMessage());
            } catch (Exception e) {
                System.out.println(i + " checked " + e.getMessage());
            } catch (Error e) {
                System.out.println(i + " error " + e.getMessage());
            }
        }
    }

    static void firstMatchingCatch() {
        for (int i = 0; i < 5; i++) {
            try {
                fail(i);
            } catch (NumberFormatException e) {
                System.out.println("number format");
            } catch (IllegalArgumentException e) {
                System.out.println("illegal argument");
            } catch (IndexOutOfBoundsException e) {
                System.out.println("index");
            } catch (Throwable e) {
                System.out.println("throwable " + e.getClass().getName());
            }
        }
    }

    static void multiCatch() {
        for (int i = 0; i < 6; i++) {
            try {
                fail(i);
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                System.out.println("either " + e.getMessage());
            } catch (IllegalArgumentException | Error e) {
                System.out.println("or " + e.getMessage());
            } catch (Exception e) {
                System.out.println("rest " + e.getMessage());
            }
        }
    }

    static void finallyAlwaysRuns() {
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    fail(i);
                } finally {
                    System.out.println("finally " + i);
                }
            } catch (Throwable e) {
                System.out.println("outer " + e.getMessage());
            }
        }
    }

    private static int keep() {
        int value = 1;
        try {
            return value;
        } finally {
            value = 2;
            System.out.println("value " + value);
        }
    }

    private static int[] keepReference() {
        int[] value = {1};
        try {
            return value;
        } finally {
            value[0] = 5;
            value = new int[] {9};
        }
    }

    private static long keepFromCatch() {
        long value = 10;
        try {
            fail(0);
            return 1;
        } catch (Exception e) {
            value *= 2;
            return value++;
        } finally {
            value = 99;
        }
    }

    static void finallyKeepsReturnValue() {
        System.out.println(keep() + " " + keepReference()[0] + " " + keepFromCatch());
    }

    @SuppressWarnings("finally")
    private static int override(int kind) {
        try {
            fail(kind);
            return 1;
        } catch (Exception e) {
            return 2;
        } finally {
            if (kind != 1) {
                return 3 + kind;
            }
        }
    }

    @SuppressWarnings("finally")
    private static String swallow() {
        for (; ; ) {
            try {
                throw new IllegalStateException("lost");
            } finally {
                break;
            }
        }
        return "swallowed";
    }

    static void finallyOverrides() {
        System.out.println(override(0) + " " + override(1) + " " + override(3) + " " + override(9) + " " + swallow());
    }

    @SuppressWarnings("finally")
    static void finallyWithLoops() {
        int count = 0;
        outer:
        for (int i = 0; i < 5; i++) {
            try {
                for (int j = 0; j < 5; j++) {
                    try {
                        if (j == 1) {
                            continue;
                        }
                        if (j == 3) {
                            continue outer;
                        }
                        if (i == 3) {
                            break outer;
                        }
                        count += 100;
                    } finally {
                        count++;
                    }
                }
            } finally {
                count += 10000;
            }
        }
        System.out.println(count);
        int k = 0;
        while (true) {
            try {
                if (k++ < 3) {
                    throw new RuntimeException();
                }
                break;
            } catch (RuntimeException e) {
                continue;
            } finally {
                System.out.println("round " + k);
            }
        }
    }

    private static String nested(int kind) {
        StringBuilder log = new StringBuilder();
        try {
            try {
                try {
                    log.append("a");
                    fail(kind);
                    log.append("b");
                    return log.append("r").toString();
                } catch (NumberFormatException e) {
                    log.append("c");
                    throw new IllegalStateException("from c");
                } finally {
                    log.append("d");
                }
            } catch (IllegalStateException | IllegalArgumentException e) {
                log.append("e");
            } finally {
                log.append("f");
            }
            log.append("g");
        } catch (Exception | Error e) {
            log.append("h");
        } finally {
            log.append("i");
            System.out.println(log);
        }
        return "end " + log;
    }

    static void nestedFinally() {
        for (int i = 0; i < 6; i++) {
            System.out.println(nested(i));
        }
    }

    static void throwInCatch() {
        try {
            try {
                fail(0);
            } catch (Exception e) {
                throw new IllegalStateException("second", e);
            } finally {
                System.out.println("between");
            }
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " because " + e.getCause().getMessage());
        }
    }

    @SuppressWarnings("finally")
    static void throwInFinally() {
        try {
            try {
                fail(0);
            } finally {
                throw new IllegalStateException("from finally");
            }
        } catch (Exception e) {
            System.out.println(e.getMessage() + " " + e.getSuppressed().length + " " + e.getCause());
        }
    }

    static void tryInFinally() {
        try {
            try {
                fail(1);
            } finally {
                try {
                    fail(0);
                } catch (IllegalArgumentException e) {
                    System.out.println("inner " + e.getMessage());
                } finally {
                    System.out.println("innermost");
                }
            }
        } catch (Exception e) {
            System.out.println("outer " + e.getMessage());
        }
    }

    private static int parse(String text) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            value = -1;
        }
        return value;
    }

    static void resultOfTryAsValue() {
        System.out.println(parse("12") + " " + parse("x") + " " + parse("") + " " + parse("2147483648"));
    }

    private static String unwind(int n) {
        try {
            if (n == 0) {
                throw new IllegalStateException("bottom");
            }
            return unwind(n - 1) + n;
        } catch (IllegalStateException e) {
            if (n % 3 != 0) {
                throw e;
            }
            return "[" + e.getMessage() + " at " + n + "]";
        } finally {
            if (n % 4 == 0) {
                System.out.println("leaving " + n);
            }
        }
    }

    static void recursiveUnwinding() {
        System.out.println(unwind(8));
    }
}
