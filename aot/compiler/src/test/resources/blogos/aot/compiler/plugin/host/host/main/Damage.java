package host.main;

import blogos.aot.runtime.Plugin;
import blogos.aot.runtime.PluginException;
import java.util.Arrays;
import java.util.Random;

/** Tries to load damaged files: each must be refused, and nothing else must happen. */
final class Damage {
    private static final int ROUNDS = 300;

    private Damage() {}

    static void run(byte[] file, long seed) throws PluginException {
        Random random = new Random(seed);
        int refused = 0;
        int loaded = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = file.clone();
            if (i % 10 == 0) {
                damaged = Arrays.copyOf(file, random.nextInt(file.length));
            } else {
                // Half of the changes go to the headers, where everything matters.
                int limit = i % 2 == 0 ? 64 + 5 * 56 : file.length;
                for (int count = 1 + random.nextInt(4); count > 0; count--) {
                    damaged[random.nextInt(limit)] = (byte) random.nextInt();
                }
            }
            try {
                // A change of what is not loaded, such as debug information, harms nobody.
                Plugin plugin = Plugin.load(damaged);
                loaded++;
                if (!plugin.unload()) {
                    System.out.println("not unloaded in round " + i);
                }
            } catch (PluginException e) {
                refused++;
            }
        }
        System.out.println(refused + loaded == ROUNDS && refused > ROUNDS / 3 ? "all handled" : refused + " refused, " + loaded + " loaded");
        Plugin.load(file);
        System.out.println("the real one loads");
    }
}
