package blogos.runner.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A connection to a running QEMU by its machine protocol (QEMU documentation, "QEMU Machine Protocol Specification"):
 * JSON objects, one a line. It sends few and fixed commands and only looks for "return" or "error" in what comes back.
 */
public final class QmpClient implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int RETRY_MILLIS = 20;

    private final SocketChannel channel;
    private final BufferedReader replies;

    private QmpClient(SocketChannel channel) {
        this.channel = channel;
        replies = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /** Connects to the socket named by {@link QemuCommand#qmp}, waiting a few seconds for QEMU to create it. */
    public static QmpClient connect(Path socket) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + CONNECT_LIMIT.toNanos();
        while (!Files.exists(socket) && System.nanoTime() < deadline) {
            Thread.sleep(RETRY_MILLIS);
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            QmpClient client = new QmpClient(channel);
            client.execute("{\"execute\": \"qmp_capabilities\"}");
            return client;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Saves the framebuffer as a PPM file, which is complete on return. */
    public void screendump(Path file) throws IOException {
        String name = file.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        execute("{\"execute\": \"screendump\", \"arguments\": {\"filename\": \"" + name + "\"}}");
    }

    /**
     * Presses keys together and releases them.
     *
     * @param keys their names in QEMU (type QKeyCode of the QMP reference): {@code a}, {@code shift}, {@code ret}
     */
    public void press(String... keys) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String key : keys) {
            list.append(list.length() == 0 ? "" : ", ")
                    .append("{\"type\": \"qcode\", \"data\": \"")
                    .append(key)
                    .append("\"}");
        }
        execute("{\"execute\": \"send-key\", \"arguments\": {\"keys\": [" + list + "], \"hold-time\": 1}}");
    }

    private void execute(String command) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        for (String reply = replies.readLine(); reply != null; reply = replies.readLine()) {
            if (reply.startsWith("{\"return\"")) {
                return;
            }
            if (reply.startsWith("{\"error\"")) {
                throw new IOException("QEMU refused " + command + ": " + reply);
            }
        }
        throw new IOException("QEMU ended before it replied to " + command);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
