package giver;

import host.api.Host;
import host.api.Service;
import java.util.AbstractList;
import java.util.Comparator;

/** Gives objects to another plug-in, which override methods that the host never calls. */
public class Main implements Service {
    static final class Backwards implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return b.compareTo(a);
        }

        @Override
        public Comparator<String> reversed() {
            System.out.println("giver's reversed");
            return Comparator.naturalOrder();
        }
    }

    static final class Plain implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return a.length() - b.length();
        }
    }

    static final class Numbers extends AbstractList<Integer> {
        @Override
        public Integer get(int index) {
            return index * index;
        }

        @Override
        public int size() {
            return 4;
        }

        @Override
        public int lastIndexOf(Object o) {
            return 99;
        }
    }

    @Override
    public String name() {
        return "giver";
    }

    @Override
    public void work(Host host) {
        Host.text = "gift";
        Exchange.put(new Backwards());
        Exchange.put(new Plain());
        Exchange.put(new Numbers());
    }

    /** Where the other plug-in finds them: the host's table of shared objects. */
    private static final class Exchange {
        static void put(Object object) {
            Host.EXCHANGE.add(object);
        }
    }
}
