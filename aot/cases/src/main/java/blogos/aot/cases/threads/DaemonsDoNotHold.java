package blogos.aot.cases.threads;

/** {@code main} returns while a daemon would go on for ever and another thread still has something to print. */
public final class DaemonsDoNotHold {
    private DaemonsDoNotHold() {}

    public static void main(String[] arguments) {
        Thread daemon = new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        Thread main = Thread.currentThread();
        new Thread(() -> {
            ThreadBasics.join(main);
            System.out.println("second");
        }).start();
        System.out.println("first");
    }
}
