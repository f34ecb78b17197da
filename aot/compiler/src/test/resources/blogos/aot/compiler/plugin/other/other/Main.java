package other;

import host.api.Host;
import host.api.Service;

/** A small plug-in, for loading and unloading. */
public class Main implements Service {
    private static final Object[] CONSTANT = {"in its data", 1};
    private static final StringBuilder BUILT = new StringBuilder();
    private static int times;

    @Override
    public String name() {
        return "other";
    }

    @Override
    public void work(Host host) {
        if (host == null) {
            throw new IllegalArgumentException("no host: " + ++times);
        }
        BUILT.append(times);
        if (host.kept.isEmpty()) {
            host.kept.add(CONSTANT);
        } else {
            host.run((Runnable) host.kept.get(0));
        }
    }
}
