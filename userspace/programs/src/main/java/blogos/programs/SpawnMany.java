package blogos.programs;

import blogos.std.BlogOs;
import blogos.std.MemoryInfo;
import blogos.std.ProcessInfo;
import blogos.std.Spawn;
import blogos.std.SystemCallException;

/**
 * {@code /bin/spawn_many [NUMBER]}: starts programs and waits for them, one after the other, 10,000 if nothing else is said.
 * Afterwards the system must have as much memory and as many processes as before.
 */
public final class SpawnMany {
    private static final int NUMBER = 10_000;

    /** After so many the system has what it keeps: stacks for reuse, room in its tables. */
    private static final int FIRST = 100;

    /** Bytes that the kernel may have more in its stores of stacks and tables than before; far less than one a process. */
    private static final long NOISE = 512 << 10;

    private SpawnMany() {}

    /** Takes the number. Its status is 1 if something is missing afterwards. */
    public static void main(String[] args) throws SystemCallException {
        int number = args.length == 0 ? NUMBER : Integer.parseInt(args[0]);
        run(FIRST);
        long processes = ProcessInfo.all().size();
        long own = ownMemory();
        MemoryInfo before = MemoryInfo.now();
        run(number);
        MemoryInfo after = MemoryInfo.now();
        long elsewhere = ownMemory() - own + after.heapTotal() - before.heapTotal();
        long lost = before.free() - after.free() - elsewhere;
        long left = ProcessInfo.all().size() - processes;
        System.out.println(number + " processes: " + lost + " bytes lost, kernel heap grown by "
                + (after.heapTotal() - before.heapTotal()) + ", " + left + " processes left");
        System.exit(lost > NOISE || left != 0 ? 1 : 0);
    }

    /** Bytes of memory that this program itself has: its garbage comes and goes. */
    private static long ownMemory() throws SystemCallException {
        for (ProcessInfo process : ProcessInfo.all()) {
            if (process.number() == BlogOs.processNumber()) {
                return process.memoryBytes();
            }
        }
        throw new IllegalStateException();
    }

    private static void run(int number) throws SystemCallException {
        for (int i = 0; i < number; i++) {
            new Spawn("/bin/true").start().await();
        }
    }
}
