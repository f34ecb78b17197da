package host.main;

import blogos.aot.runtime.Plugin;
import blogos.aot.runtime.PluginException;
import host.api.Service;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Loads plug-ins from the standard input: of each the length, and its bytes. What happens then, the arguments say. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        List<byte[]> files = read();
        try {
            switch (arguments[0]) {
                case "run" -> run(files);
                case "unload" -> Unloading.run(files.get(0));
                case "many" -> Unloading.many(files.get(0), Integer.parseInt(arguments[1]));
                case "damage" -> Damage.run(files.get(0), Long.parseLong(arguments[1]));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (PluginException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }

    private static List<byte[]> read() throws IOException {
        List<byte[]> files = new ArrayList<>();
        DataInputStream in = new DataInputStream(System.in);
        for (int count = in.readInt(); count > 0; count--) {
            byte[] file = new byte[in.readInt()];
            in.readFully(file);
            files.add(file);
        }
        return files;
    }

    private static void run(List<byte[]> files) throws PluginException {
        for (byte[] file : files) {
            Exercise.run(Plugin.load(file).newInstance(Service.class));
        }
    }
}
