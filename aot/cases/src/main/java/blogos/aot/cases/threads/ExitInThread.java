package blogos.aot.cases.threads;

/** A thread ends the program with a status while {@code main} waits for ever and a daemon runs. */
public final class ExitInThread {
    private ExitInThread() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread daemon = new Thread(() -> {
            while (true) {
                Thread.yield();
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        new Thread(() -> {
            System.out.println("exit");
            System.exit(7);
        }).start();
        synchronized (daemon) {
            daemon.wait();
        }
        System.out.println("not reached");
    }
}
