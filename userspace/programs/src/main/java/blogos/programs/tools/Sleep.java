package blogos.programs.tools;

/** {@code sleep SECONDS}: waits. Fractions are allowed. */
final class Sleep {
    private static final int USAGE = 2;

    private Sleep() {}

    static int run(String[] args) {
        try {
            double seconds = args.length == 1 ? Double.parseDouble(args[0]) : -1;
            if (seconds >= 0) {
                Thread.sleep((long) (seconds * 1000));
                return 0;
            }
        } catch (NumberFormatException e) {
            System.err.println("sleep: not a number: " + args[0]);
            return USAGE;
        } catch (InterruptedException e) {
            return 1;
        }
        System.err.println("usage: sleep SECONDS");
        return USAGE;
    }
}
