package host.api;

/** A class of the host that is initialised at run time. */
public class Late {
    public static int value = Host.calls;

    static {
        System.out.println("Late is initialised");
    }

    /** Answers its argument. */
    public static int touch(int x) {
        return x + (value > 0 ? 1 : 0);
    }
}
