package blogos.aot.cases.endings;

/** The arguments of the command line. */
public final class Arguments {
    private Arguments() {}

    public static void main(String[] arguments) {
        System.out.println(arguments.length);
        for (String argument : arguments) {
            System.out.println("[" + argument + "] " + argument.length());
        }
    }
}
