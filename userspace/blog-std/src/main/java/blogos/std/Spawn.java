package blogos.std;

import blogos.syscalls.SpawnLayout;
import blogos.syscalls.SyscallNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts programs:
 *
 * <pre>{@code
 * Child child = new Spawn("/bin/cat", "/etc/motd").start();
 * int status = child.await();
 * }</pre>
 *
 * <p>Unless something else is said, the child gets the standard streams of this process, its working directory and its
 * group.
 */
public final class Spawn {
    private static final int STANDARD_STREAMS = 3;
    private static final int PAIR = 16;
    private static final int FILE_PAIR = 8;

    private final String path;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> environment = new ArrayList<>();
    private final int[] streams = {0, 1, 2};
    private String directory = "";
    private long group;

    /** A program, and the arguments behind its name. */
    public Spawn(String path, String... arguments) {
        this(path, Arrays.asList(arguments));
    }

    /** A program, and the arguments behind its name. */
    public Spawn(String path, List<String> arguments) {
        this.path = path;
        this.arguments.add(path);
        this.arguments.addAll(arguments);
    }

    /** What the child sees as its own name instead of the path. */
    public Spawn name(String name) {
        arguments.set(0, name);
        return this;
    }

    /** Adds {@code NAME=value} to the environment, which is empty otherwise. */
    public Spawn environment(String entry) {
        environment.add(entry);
        return this;
    }

    /** The child's standard input. */
    public Spawn input(Descriptor file) {
        streams[0] = file.number();
        return this;
    }

    /** The child's standard output. */
    public Spawn output(Descriptor file) {
        streams[1] = file.number();
        return this;
    }

    /** The child's standard error output. */
    public Spawn error(Descriptor file) {
        streams[2] = file.number();
        return this;
    }

    /** The child's working directory. */
    public Spawn directory(String path) {
        directory = path;
        return this;
    }

    /** The child's group: {@link SpawnLayout#NEW_GROUP} or the number of one. */
    public Spawn group(long number) {
        group = number;
        return this;
    }

    /**
     * Starts it.
     *
     * @throws SystemCallException if there is no such program, it cannot be loaded, or memory is short
     */
    public Child start() throws SystemCallException {
        CallBuffer request = new CallBuffer(SpawnLayout.RECORD_SIZE);
        List<CallBuffer> kept = new ArrayList<>();
        put(request, SpawnLayout.PATH, path, kept);
        putList(request, SpawnLayout.ARGUMENTS, arguments, kept);
        putList(request, SpawnLayout.ENVIRONMENT, environment, kept);
        put(request, SpawnLayout.DIRECTORY, directory, kept);
        request.putLong(SpawnLayout.GROUP, group);
        CallBuffer files = new CallBuffer(STANDARD_STREAMS * FILE_PAIR);
        for (int i = 0; i < STANDARD_STREAMS; i++) {
            files.putInt(i * FILE_PAIR, streams[i]);
            files.putInt(i * FILE_PAIR + 4, i);
        }
        kept.add(files);
        request.putLong(SpawnLayout.FILES, files.address());
        request.putLong(SpawnLayout.FILES + 8, STANDARD_STREAMS);
        long number = SystemCallException.check(Syscall.call(SyscallNumber.SPAWN, request.address()));
        kept.clear();
        return new Child((int) number);
    }

    private static void put(CallBuffer record, int offset, String text, List<CallBuffer> kept) {
        CallBuffer bytes = new CallBuffer(text);
        kept.add(bytes);
        record.putLong(offset, bytes.address());
        record.putLong(offset + 8, bytes.length());
    }

    private static void putList(CallBuffer record, int offset, List<String> texts, List<CallBuffer> kept) {
        CallBuffer pairs = new CallBuffer(texts.size() * PAIR);
        kept.add(pairs);
        for (int i = 0; i < texts.size(); i++) {
            put(pairs, i * PAIR, texts.get(i), kept);
        }
        record.putLong(offset, pairs.address());
        record.putLong(offset + 8, texts.size());
    }
}
