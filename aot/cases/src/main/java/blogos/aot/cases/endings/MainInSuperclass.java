package blogos.aot.cases.endings;

/** Has the main method of {@link InheritedMain}. */
public class MainInSuperclass {
    static {
        System.out.println("base initialised");
    }

    public static void main(String... arguments) {
        System.out.println("inherited main " + arguments.length);
    }
}
