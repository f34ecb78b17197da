package blogos.aot.cases.endings;

/** An uncaught exception of a program's own nested class, thrown by the machine's and the program's code. */
public final class UncaughtOwnException {
    private UncaughtOwnException() {}

    private static final class Rejected extends Exception {
        private final int code;

        Rejected(int code, Throwable cause) {
            super("code " + code, cause);
            this.code = code;
        }

        @Override
        public String toString() {
            return "Rejected(" + code + ")";
        }
    }

    public static void main(String[] arguments) throws Exception {
        int[] values = {1, 2, 3};
        try {
            System.out.println(sum(values, arguments.length + 4));
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new Rejected(7, e);
        }
    }

    private static int sum(int[] values, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
