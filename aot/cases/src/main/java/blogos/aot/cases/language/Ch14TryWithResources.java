package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 14.20.3: try-with-resources, the order of closing and suppressed exceptions. */
public final class Ch14TryWithResources {
    private Ch14TryWithResources() {}

    public static void main(String[] arguments) {
        Cases.run("closedInReverse", Ch14TryWithResources::closedInReverse);
        Cases.run("bodyThrows", Ch14TryWithResources::bodyThrows);
        Cases.run("closeThrows", Ch14TryWithResources::closeThrows);
        Cases.run("bothThrow", Ch14TryWithResources::bothThrow);
        Cases.run("allThrow", Ch14TryWithResources::allThrow);
        Cases.run("openingThrows", Ch14TryWithResources::openingThrows);
        Cases.run("nullResource", Ch14TryWithResources::nullResource);
        Cases.run("existingVariable", Ch14TryWithResources::existingVariable);
        Cases.run("catchAndFinally", Ch14TryWithResources::catchAndFinally);
        Cases.run("returnInside", Ch14TryWithResources::returnInside);
        Cases.run("breakInside", Ch14TryWithResources::breakInside);
        Cases.run("lambdaResource", Ch14TryWithResources::lambdaResource);
        Cases.run("suppressedByHand", Ch14TryWithResources::suppressedByHand);
    }

    private static final class CloseException extends Exception {
        CloseException(String message) {
            super(message);
        }
    }

    private static final class Resource implements AutoCloseable {
        private final String name;
        private final boolean failing;

        Resource(String name, boolean failing) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("no name");
            }
            System.out.println("open " + name);
            this.name = name;
            this.failing = failing;
        }

        @Override
        public void close() throws CloseException {
            System.out.println("close " + name);
            if (failing) {
                throw new CloseException("closing " + name);
            }
        }
    }

    private static void report(Throwable t) {
        System.out.println("caught " + t);
        for (Throwable suppressed : t.getSuppressed()) {
            System.out.println("  suppressed " + suppressed);
        }
    }

    static void closedInReverse() throws Exception {
        try (Resource a = new Resource("a", false);
                Resource b = new Resource("b", false);
                Resource c = new Resource("c", false)) {
            System.out.println(a.name + b.name + c.name);
        }
    }

    static void bodyThrows() {
        try (Resource a = new Resource("a", false);
                Resource b = new Resource("b", false)) {
            throw new IllegalStateException("body " + a.name + b.name);
        } catch (Exception e) {
            report(e);
        }
    }

    static void closeThrows() {
        try (Resource a = new Resource("a", true);
                Resource b = new Resource("b", false)) {
            System.out.println("body " + a.name + b.name);
        } catch (Exception e) {
            report(e);
        }
    }

    static void bothThrow() {
        try (Resource a = new Resource("a", true)) {
            throw new IllegalStateException("body " + a.name);
        } catch (Exception e) {
            report(e);
        }
    }

    static void allThrow() {
        try (Resource a = new Resource("a", true);
                Resource b = new Resource("b", true);
                Resource c = new Resource("c", true)) {
            throw new Error("body " + a.name + b.name + c.name);
        } catch (Exception | Error e) {
            report(e);
        }
        try (Resource a = new Resource("a", true);
                Resource b = new Resource("b", true)) {
            System.out.println("body " + a.name + b.name);
        } catch (Exception e) {
            report(e);
        }
    }

    static void openingThrows() {
        try (Resource a = new Resource("a", true);
                Resource none = new Resource("", false)) {
            System.out.println("not reached " + a.name + none.name);
        } catch (Exception e) {
            report(e);
        }
    }

    static void nullResource() throws Exception {
        try (Resource none = null) {
            System.out.println("body " + none);
        }
        try (Resource none = null) {
            throw new IllegalStateException("body" + none);
        } catch (IllegalStateException e) {
            report(e);
        }
    }

    static void existingVariable() throws Exception {
        Resource resource = new Resource("outside", false);
        final Resource second = new Resource("second", false);
        try (resource;
                second) {
            System.out.println("inside");
        }
        System.out.println("after");
    }

    static void catchAndFinally() {
        try (Resource a = new Resource("a", true)) {
            System.out.println("body " + a.name);
            throw new IllegalArgumentException("body");
        } catch (IllegalArgumentException e) {
            report(e);
        } catch (Exception e) {
            System.out.println("wrong");
        } finally {
            System.out.println("finally");
        }
    }

    private static int inside(boolean failing) throws Exception {
        try (Resource a = new Resource("a", failing)) {
            return a.name.length();
        } finally {
            System.out.println("leaving");
        }
    }

    static void returnInside() throws Exception {
        System.out.println(inside(false));
        Cases.thrown("close fails", () -> System.out.println(inside(true)));
    }

    static void breakInside() throws Exception {
        for (int i = 0; i < 4; i++) {
            try (Resource a = new Resource("r" + i, false)) {
                if (i == 1) {
                    continue;
                }
                if (i == 2) {
                    break;
                }
                System.out.println("end " + a.name);
            }
        }
    }

    static void lambdaResource() throws Exception {
        try (AutoCloseable first = () -> System.out.println("lambda closed")) {
            System.out.println("body " + (first != null));
        }
    }

    static void suppressedByHand() {
        Exception e = new Exception("main");
        e.addSuppressed(new Error("one"));
        e.addSuppressed(new RuntimeException("two"));
        report(e);
        Cases.thrown("self", () -> e.addSuppressed(e));
        Cases.thrown("null", () -> e.addSuppressed(null));
        e.getSuppressed()[0] = null;
        report(e);
    }
}
