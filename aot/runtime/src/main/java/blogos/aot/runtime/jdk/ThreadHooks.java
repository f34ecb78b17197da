package blogos.aot.runtime.jdk;

import java.util.ArrayList;
import java.util.List;

/** Shutdown hooks: the thread that ends the program runs them, one after the other, in the order in which they were added. */
final class ThreadHooks extends ExitHooks {
    private List<Thread> hooks = new ArrayList<>();

    static ExitHooks instance() {
        if (instance == null) {
            instance = new ThreadHooks();
        }
        return instance;
    }

    @Override
    void add(Thread hook) {
        checkRunning();
        if (hooks.contains(hook)) {
            throw new IllegalArgumentException("Hook previously registered");
        }
        if (hook.isAlive()) {
            throw new IllegalArgumentException("Hook already running");
        }
        hooks.add(hook);
    }

    @Override
    boolean remove(Thread hook) {
        checkRunning();
        if (hook == null) {
            throw new NullPointerException();
        }
        return hooks.remove(hook);
    }

    private void checkRunning() {
        if (hooks == null) {
            throw new IllegalStateException("Shutdown in progress");
        }
    }

    @Override
    void run() {
        List<Thread> last = hooks == null ? List.of() : hooks;
        hooks = null;
        for (Thread hook : last) {
            try {
                hook.run();
            } catch (Throwable uncaught) {
                JavaThread.reportUncaught(uncaught);
            }
        }
    }
}
