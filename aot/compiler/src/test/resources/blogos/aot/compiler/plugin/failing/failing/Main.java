package failing;

import host.api.Host;
import host.api.Service;

/** Cannot start. */
public class Main implements Service {
    public Main() {
        throw new IllegalStateException("does not start");
    }

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public void work(Host host) {}
}
