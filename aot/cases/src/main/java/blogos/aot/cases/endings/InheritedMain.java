package blogos.aot.cases.endings;

/** The main method is inherited; it takes its arguments as varargs. */
public final class InheritedMain extends MainInSuperclass {
    static {
        System.out.println("derived initialised");
    }

    private InheritedMain() {}
}
