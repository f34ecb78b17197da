package host.main;

import blogos.aot.runtime.Plugin;
import blogos.aot.runtime.PluginException;
import host.api.Host;
import host.api.Service;
import java.util.ArrayList;
import java.util.List;

/** Unloads plug-ins, and tries to when they are in use. */
final class Unloading {
    private static final List<Object> HELD = new ArrayList<>();
    private static Plugin plugin;

    private Unloading() {}

    static void run(byte[] file) throws PluginException {
        plugin = Plugin.load(file);
        use();
        System.out.println("instance held: " + plugin.unload());
        callWhileRunning();
        HELD.clear();
        Throwable failure = failure();
        holdConstant();
        System.out.println("constant object held: " + plugin.unload());
        HELD.clear();
        holdClass();
        System.out.println("class held: " + plugin.unload());
        HELD.clear();
        System.out.println("nothing held: " + plugin.unload() + ", " + plugin.isLoaded());
        System.out.println("again: " + plugin.unload());
        System.out.println("its text: " + failure.getMessage());
        System.out.println("its frames are gone: " + failure.getStackTrace()[0].getMethodName());
        try {
            plugin.newInstance(Service.class);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        plugin = Plugin.load(file);
        use();
        HELD.clear();
        System.out.println("the second time: " + plugin.unload());
    }

    private static void use() {
        HELD.add(plugin.newInstance(Service.class));
    }

    private static void callWhileRunning() {
        Host host = new Host();
        host.kept.add((Runnable) () -> System.out.println("called from it: " + plugin.unload()));
        try {
            ((Service) HELD.remove(0)).work(host);
        } catch (Exception e) {
            System.out.println(e);
        }
    }

    private static Throwable failure() {
        try {
            plugin.newInstance(Service.class).work(null);
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    private static void holdConstant() {
        Host host = new Host();
        try {
            plugin.newInstance(Service.class).work(host);
        } catch (Exception e) {
            System.out.println(e);
        }
        HELD.add(host.kept.get(0));
    }

    private static void holdClass() {
        HELD.add(plugin.newInstance(Service.class).getClass());
    }

    /** Loads, uses and unloads again and again. */
    static void many(byte[] file, int times) throws PluginException {
        long before = 0;
        for (int i = 0; i < times; i++) {
            plugin = Plugin.load(file);
            use();
            HELD.clear();
            if (!plugin.unload()) {
                System.out.println("still used in round " + i);
                return;
            }
            if (i == times / 2) {
                before = Runtime.getRuntime().totalMemory();
            }
        }
        System.out.println("grown: " + (Runtime.getRuntime().totalMemory() - before));
    }
}
