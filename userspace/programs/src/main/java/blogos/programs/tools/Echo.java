package blogos.programs.tools;

/** {@code echo [TEXT...]}: prints its arguments. */
final class Echo {
    private Echo() {}

    static int run(String[] texts) {
        System.out.println(String.join(" ", texts));
        return 0;
    }
}
