package blogos.aot.cases.threads;

import blogos.aot.cases.Cases;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** JLS 17.4: outcomes that the memory model forbids, looked for in many rounds of two or more racing threads. */
public final class MemoryModel {
    private static final int ROUNDS = 5_000;

    private MemoryModel() {}

    public static void main(String[] arguments) {
        Cases.run("storeBuffering", MemoryModel::storeBuffering);
        Cases.run("storeBufferingWithFences", MemoryModel::storeBufferingWithFences);
        Cases.run("messagePassing", MemoryModel::messagePassing);
        Cases.run("releaseAcquire", MemoryModel::releaseAcquire);
        Cases.run("coherence", MemoryModel::coherence);
        Cases.run("independentReads", MemoryModel::independentReads);
        Cases.run("longsAreWhole", MemoryModel::longsAreWhole);
        Cases.run("finalFields", MemoryModel::finalFields);
        Cases.run("lockOrders", MemoryModel::lockOrders);
        Cases.run("atomicUpdates", MemoryModel::atomicUpdates);
        Cases.run("dekker", MemoryModel::dekker);
        Cases.run("startAndJoinOrder", MemoryModel::startAndJoinOrder);
    }

    /** Runs two or more actors once a round, at about the same time, and checks the outcome after each. */
    private static void race(Runnable reset, Runnable check, Runnable... actors) {
        AtomicInteger round = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();
        Thread[] threads = new Thread[actors.length];
        for (int i = 0; i < actors.length; i++) {
            Runnable actor = actors[i];
            threads[i] = new Thread(() -> {
                for (int r = 1; r <= ROUNDS; r++) {
                    spinUntil(round, r);
                    actor.run();
                    arrived.incrementAndGet();
                }
            });
            threads[i].start();
        }
        for (int r = 1; r <= ROUNDS; r++) {
            reset.run();
            arrived.set(0);
            round.set(r);
            spinUntil(arrived, actors.length);
            check.run();
        }
        for (Thread thread : threads) {
            ThreadBasics.join(thread);
        }
    }

    private static void spinUntil(AtomicInteger value, int wanted) {
        int tries = 0;
        while (value.get() != wanted) {
            if (++tries > 200) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static volatile int x;
    private static volatile int y;
    private static int plainX;
    private static int plainY;
    private static int r1;
    private static int r2;
    private static int r3;
    private static int r4;
    private static int forbidden;

    private static void report() {
        System.out.println("forbidden: " + forbidden);
        forbidden = 0;
    }

    static void storeBuffering() {
        race(() -> { x = 0; y = 0; },
                () -> forbidden += r1 == 0 && r2 == 0 ? 1 : 0,
                () -> { x = 1; r1 = y; },
                () -> { y = 1; r2 = x; });
        report();
    }

    static void storeBufferingWithFences() {
        race(() -> { plainX = 0; plainY = 0; },
                () -> forbidden += r1 == 0 && r2 == 0 ? 1 : 0,
                () -> { plainX = 1; VarHandle.fullFence(); r1 = plainY; },
                () -> { plainY = 1; VarHandle.fullFence(); r2 = plainX; });
        report();
    }

    static void messagePassing() {
        race(() -> { plainX = 0; y = 0; },
                () -> forbidden += r1 == 1 && r2 == 0 ? 1 : 0,
                () -> { plainX = 1; y = 1; },
                () -> { r1 = y; r2 = plainX; });
        report();
    }

    private static final VarHandle PLAIN_Y;

    static {
        try {
            PLAIN_Y = MethodHandles.lookup().findStaticVarHandle(MemoryModel.class, "plainY", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static void releaseAcquire() {
        race(() -> { plainX = 0; plainY = 0; },
                () -> forbidden += r1 == 1 && r2 == 0 ? 1 : 0,
                () -> { plainX = 1; PLAIN_Y.setRelease(1); },
                () -> { r1 = (int) PLAIN_Y.getAcquire(); r2 = plainX; });
        report();
    }

    static void coherence() {
        race(() -> x = 0,
                () -> forbidden += r1 == 2 && r2 == 1 ? 1 : 0,
                () -> { x = 1; x = 2; },
                () -> { r1 = x; r2 = x; });
        report();
    }

    static void independentReads() {
        race(() -> { x = 0; y = 0; },
                () -> forbidden += r1 == 1 && r2 == 0 && r3 == 1 && r4 == 0 ? 1 : 0,
                () -> x = 1,
                () -> y = 1,
                () -> { r1 = x; r2 = y; },
                () -> { r3 = y; r4 = x; });
        report();
    }

    private static volatile long wide;
    private static long seen;

    static void longsAreWhole() {
        race(() -> wide = 0,
                () -> forbidden += seen != 0 && seen != -1 ? 1 : 0,
                () -> wide = -1L,
                () -> seen = wide);
        report();
    }

    private static final class Holder {
        final int first;
        final int[] second;

        Holder(int value) {
            first = value;
            second = new int[] {value, value + 1};
        }
    }

    private static Holder holder;

    static void finalFields() {
        race(() -> holder = null,
                () -> forbidden += r1 != 7 || r2 != 8 ? 1 : 0,
                () -> holder = new Holder(7),
                () -> {
                    Holder found = holder;
                    r1 = found == null ? 7 : found.first;
                    r2 = found == null ? 8 : found.second[1];
                });
        report();
    }

    static void lockOrders() {
        Object lock = new Object();
        race(() -> { plainX = 0; plainY = 0; },
                () -> forbidden += r1 != r2 ? 1 : 0,
                () -> {
                    synchronized (lock) {
                        plainX = 1;
                        plainY = 1;
                    }
                },
                () -> {
                    synchronized (lock) {
                        r1 = plainX;
                        r2 = plainY;
                    }
                });
        report();
    }

    static void atomicUpdates() {
        AtomicInteger number = new AtomicInteger();
        AtomicLong bits = new AtomicLong();
        race(() -> { number.set(0); bits.set(0); },
                () -> forbidden += number.get() != 11 || bits.get() != 3 ? 1 : 0,
                () -> { number.incrementAndGet(); bits.updateAndGet(b -> b | 1); },
                () -> { number.getAndAdd(10); bits.accumulateAndGet(2, (a, b) -> a | b); });
        report();
    }

    static void dekker() {
        int[] both = new int[1];
        race(() -> { x = 0; y = 0; both[0] = 0; },
                () -> forbidden += both[0] == 2 ? 1 : 0,
                () -> {
                    x = 1;
                    if (y == 0) {
                        both[0]++;
                    }
                },
                () -> {
                    y = 1;
                    if (x == 0) {
                        both[0]++;
                    }
                });
        report();
    }

    static void startAndJoinOrder() {
        for (int i = 0; i < 200; i++) {
            plainX = i;
            Thread thread = new Thread(() -> plainY = plainX + 1);
            thread.start();
            ThreadBasics.join(thread);
            forbidden += plainY != i + 1 ? 1 : 0;
        }
        report();
    }
}
