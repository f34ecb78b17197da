package plug;

import host.api.Host;
import host.api.Late;
import host.api.Service;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Static state, initialisers that run when they are needed, and the collector. */
final class State implements Service {
    static final class Lazy {
        static int count = start();
        static final List<String> LIST = new ArrayList<>(List.of("from", "an", "initialiser"));

        private static int start() {
            System.out.println("Lazy is initialised");
            return 40;
        }
    }

    static final class Failing {
        static int value = fail();

        private static int fail() {
            throw new IllegalStateException("not today");
        }
    }

    private static final List<int[]> ROOT = new ArrayList<>();
    private static Object[] objects = {new Object[] {"inner", null}, null};

    @Override
    public String name() {
        return "state";
    }

    @Override
    public void work(Host host) {
        host.say("before");
        Lazy.count++;
        Lazy.LIST.add("more");
        host.say(Lazy.count + " " + Lazy.LIST);
        host.say(Late.touch(1) + " " + (Late.value > 100));
        for (int i = 0; i < 2; i++) {
            try {
                host.say("" + Failing.value);
            } catch (ExceptionInInitializerError e) {
                host.say("failed: " + e.getCause());
            } catch (NoClassDefFoundError e) {
                host.say(e.getMessage());
            }
        }
        for (int i = 0; i < 20_000; i++) {
            int[] each = new int[50];
            each[0] = i;
            if (i % 1000 == 0) {
                ROOT.add(each);
                ((Object[]) objects[0])[1] = new String("kept " + i);
                objects[1] = each;
            }
        }
        WeakReference<Object> weak = new WeakReference<>(ROOT);
        System.gc();
        int sum = 0;
        for (int[] each : ROOT) {
            sum += each[0];
        }
        host.say(sum + " " + ((Object[]) objects[0])[0] + " " + ((Object[]) objects[0])[1] + " " + ((int[]) objects[1])[0] + " "
                + (weak.get() == ROOT));
    }
}
