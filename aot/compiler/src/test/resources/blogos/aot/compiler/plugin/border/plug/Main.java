package plug;

import host.api.Host;
import host.api.Service;

/** Everything that can cross the border between host and plug-in. */
public class Main implements Service {
    private static final Service[] PARTS = {new Classes(), new Exceptions(), new Values(), new Library(), new State()};

    @Override
    public String name() {
        return "border";
    }

    @Override
    public String describe() {
        return Service.super.describe() + "!";
    }

    @Override
    public void work(Host host) throws Exception {
        for (Service part : PARTS) {
            host.say("-- " + part.describe());
            part.work(host);
        }
        Host.fail(77);
    }
}
