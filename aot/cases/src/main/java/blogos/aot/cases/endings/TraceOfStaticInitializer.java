package blogos.aot.cases.endings;

/** The trace of an ExceptionInInitializerError with the initialiser's own frames as its cause. */
public final class TraceOfStaticInitializer {
    private TraceOfStaticInitializer() {}

    private static final class Settings {
        static final int SIZE = read("many");

        private static int read(String text) {
            if (text.length() > 3) {
                throw new IllegalArgumentException(text);
            }
            return text.length();
        }
    }

    public static void main(String[] arguments) {
        use();
    }

    private static void use() {
        System.out.println(Settings.SIZE);
    }
}
