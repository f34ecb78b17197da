package taker;

import host.api.Host;
import host.api.Service;
import java.util.Comparator;
import java.util.List;

/** Calls methods of the library on objects of another plug-in. */
public class Main implements Service {
    @Override
    public String name() {
        return "taker";
    }

    @Override
    @SuppressWarnings("unchecked")
    public void work(Host host) {
        for (Object object : Host.EXCHANGE) {
            if (object instanceof Comparator<?> order) {
                host.say("" + ((Comparator<String>) order).reversed().compare("b", "aa"));
            } else if (object instanceof List<?> list) {
                host.say(list.lastIndexOf(4) + " " + list.indexOf(4) + " " + list.subList(1, 3) + " " + list.hashCode());
            }
        }
    }
}
