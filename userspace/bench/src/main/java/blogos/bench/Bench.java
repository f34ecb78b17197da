package blogos.bench;

import blogos.aot.api.Address;

/**
 * The benchmark program. Without arguments it measures each operation and prints a line
 * {@code @@BENCH name median largest}, in ticks of the time-stamp counter; with one it plays the other side.
 */
public final class Bench {
    private static final String ECHO = "echo";
    private static final String YIELD = "yield";
    private static final String TRIVIAL = "trivial";

    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int PAGE = 4096;
    private static final int MANY_PAGES = 1024;
    private static final int BATCH = 100;
    private static final long SLEEP_NANOS = 1_000_000;
    private static final long CALIBRATION_NANOS = 50_000_000;

    private Bench() {}

    /** Measures, unless its first argument names another role: Linux gives its first process what it does not know itself. */
    public static void main(String[] arguments) {
        long start = Ticks.now();
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case ECHO -> echo();
            case YIELD -> yieldForEver();
            case TRIVIAL -> { }
            default -> {
                Host.prepare();
                measure(start);
                Host.finish();
            }
        }
    }

    private static void measure(long start) {
        System.out.println("@@BENCH boot " + start + " " + start);
        double ticksPerSecond = calibrate();
        System.out.println("@@BENCH ticks-per-second " + Math.round(ticksPerSecond) + " " + Math.round(ticksPerSecond));
        nullCall();
        yieldSwitch();
        pipeRoundTrip();
        spawnAndWait();
        mapOnePage();
        pageFault();
        mapManyPages();
        wakeUp(ticksPerSecond);
    }

    /** Ticks a second, by the system's clock. */
    private static double calibrate() {
        long nanos = Host.nanoTime();
        long ticks = Ticks.now();
        Host.sleep(CALIBRATION_NANOS);
        ticks = Ticks.now() - ticks;
        nanos = Host.nanoTime() - nanos;
        return ticks * 1e9 / nanos;
    }

    private static void nullCall() {
        Samples samples = new Samples("null-syscall", BATCH);
        while (samples.isMissing()) {
            long start = Ticks.now();
            for (int i = 0; i < BATCH; i++) {
                Host.nullCall();
            }
            samples.add(start, BATCH);
        }
        samples.print();
    }

    /** Two processes that do nothing but yield: each yield of this one is two switches. */
    private static void yieldSwitch() {
        int other = Host.spawn(YIELD, STDIN, STDOUT);
        for (int i = 0; i < BATCH; i++) {
            Host.yield();
        }
        Samples samples = new Samples("yield-switch", BATCH);
        while (samples.isMissing()) {
            long start = Ticks.now();
            for (int i = 0; i < BATCH; i++) {
                Host.yield();
            }
            samples.add(start, 2 * BATCH);
        }
        Host.kill(other);
        Host.await(other);
        samples.print();
    }

    private static void yieldForEver() {
        while (true) {
            Host.yield();
        }
    }

    /** One byte to another process and back. */
    private static void pipeRoundTrip() {
        long to = Host.pipe();
        long from = Host.pipe();
        int other = Host.spawn(ECHO, (int) to, writingEnd(from));
        Host.close((int) to);
        Host.close(writingEnd(from));
        long buffer = Host.map(PAGE);
        Address.of(buffer).storeByte(0, (byte) 'x');
        Samples samples = new Samples("pipe-round-trip", 2 * BATCH);
        while (samples.isMissing()) {
            long start = Ticks.now();
            Host.write(writingEnd(to), buffer, 1);
            Host.read((int) from, buffer, 1);
            samples.add(start, 1);
        }
        Host.close(writingEnd(to));
        Host.close((int) from);
        Host.await(other);
        Host.unmap(buffer, PAGE);
        samples.print();
    }

    private static int writingEnd(long pipe) {
        return (int) (pipe >>> 32);
    }

    private static void echo() {
        long buffer = Host.map(PAGE);
        while (Host.read(STDIN, buffer, 1) == 1) {
            Host.write(STDOUT, buffer, 1);
        }
    }

    /** This program with a main method that returns at once, start-up of the Java runtime included. */
    private static void spawnAndWait() {
        Samples samples = new Samples("spawn-wait", 20);
        while (samples.isMissing()) {
            long start = Ticks.now();
            Host.await(Host.spawn(TRIVIAL, STDIN, STDOUT));
            samples.add(start, 1);
        }
        samples.print();
    }

    private static void mapOnePage() {
        Samples samples = new Samples("map-touch-unmap", BATCH);
        while (samples.isMissing()) {
            long start = Ticks.now();
            long page = Host.map(PAGE);
            touch(page, 1);
            Host.unmap(page, PAGE);
            samples.add(start, 1);
        }
        samples.print();
    }

    /** The first write to each page of fresh memory. */
    private static void pageFault() {
        Samples samples = new Samples("page-fault", 20);
        while (samples.isMissing()) {
            long pages = Host.map(MANY_PAGES * PAGE);
            long start = Ticks.now();
            touch(pages, MANY_PAGES);
            samples.add(start, MANY_PAGES);
            Host.unmap(pages, MANY_PAGES * PAGE);
        }
        samples.print();
    }

    private static void mapManyPages() {
        Samples samples = new Samples("map-touch-unmap-1024", 20);
        while (samples.isMissing()) {
            long start = Ticks.now();
            long pages = Host.map(MANY_PAGES * PAGE);
            touch(pages, MANY_PAGES);
            Host.unmap(pages, MANY_PAGES * PAGE);
            samples.add(start, 1);
        }
        samples.print();
    }

    private static void touch(long start, int pages) {
        for (int i = 0; i < pages; i++) {
            Address.of(start).storeByteVolatile((long) i * PAGE, (byte) 1);
        }
    }

    /** How much later than asked a sleeping process runs again. */
    private static void wakeUp(double ticksPerSecond) {
        long asked = Math.round(SLEEP_NANOS * ticksPerSecond / 1e9);
        Samples samples = new Samples("wake-up", BATCH);
        while (samples.isMissing()) {
            long start = Ticks.now();
            Host.sleep(SLEEP_NANOS);
            samples.add(start + asked, 1);
        }
        samples.print();
    }
}
