package blogos.aot.cases.endings;

/** Suppressed exceptions, one of them with a cause of its own, in the trace of an uncaught exception. */
public final class UncaughtWithSuppressed {
    private UncaughtWithSuppressed() {}

    private static final class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            throw new IllegalStateException("closing " + name, new RuntimeException("cause of " + name));
        }
    }

    public static void main(String[] arguments) {
        try (Resource first = new Resource("first");
                Resource second = new Resource("second")) {
            work(first, second);
        }
    }

    private static void work(Resource first, Resource second) {
        throw new UnsupportedOperationException(first.name + " and " + second.name);
    }
}
