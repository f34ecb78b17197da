package blogos.kernel.tests;

import blogos.hal.Cpu;
import blogos.hal.EventTimer;
import blogos.hal.InterruptMask;
import blogos.hal.Pic8259;
import blogos.hal.Timestamp;
import blogos.kernel.interrupts.Interrupts;

/** Exceptions and interrupts in ring 0. */
final class InterruptTests {
    private static final int TIMER_LINE = 0;
    private static final int TIMER_VECTOR = Pic8259.FIRST_VECTOR + TIMER_LINE;
    private static final long MOST_NANOS = 5_000_000_000L;

    private InterruptTests() {}

    static void addTo(TestList tests) {
        tests.add("a breakpoint returns", InterruptTests::breakpoint);
        tests.add("the armed timer interrupts once", InterruptTests::armedTimer);
        tests.add("the CPU sleeps until the armed time", InterruptTests::halt);
        tests.add("unknown interrupts are counted and survived", InterruptTests::unknown);
        tests.add("the timer interrupts", InterruptTests::timer);
        tests.add("a masked timer does not interrupt", InterruptTests::maskedTimer);
        tests.add("time goes on", InterruptTests::time);
    }

    private static void breakpoint() {
        double before = Double.parseDouble("1.5");
        int count = Interrupts.breakpoints();
        Cpu.breakpoint();
        Check.equal(count + 1, Interrupts.breakpoints(), "the number of breakpoints");
        Check.isTrue(before * 2 == 3.0, "a floating-point register is unchanged");
    }

    private static void armedTimer() {
        long before = Interrupts.count(EventTimer.vector());
        EventTimer.arm(1_000_000);
        long start = Timestamp.nanos();
        while (Timestamp.nanos() - start < 20_000_000) {
            Cpu.pause();
        }
        Check.equal(before + 1, Interrupts.count(EventTimer.vector()), "the number of timer interrupts");
    }

    private static void halt() {
        long before = Interrupts.count(EventTimer.vector());
        long start = Timestamp.nanos();
        boolean wereOn = InterruptMask.set();
        EventTimer.arm(5_000_000);
        Cpu.waitForInterrupt();
        InterruptMask.restore(wereOn);
        long slept = Timestamp.nanos() - start;
        Check.equal(before + 1, Interrupts.count(EventTimer.vector()), "the number of timer interrupts");
        Check.isTrue(slept >= 4_000_000, "4 ms passed at least, not " + slept + " ns");
    }

    private static void unknown() {
        long before = Interrupts.spurious();
        Cpu.raiseUnknownInterrupt();
        Check.equal(before + 1, Interrupts.spurious(), "the number of spurious interrupts");
        Check.isTrue(Interrupts.count(Cpu.UNKNOWN_VECTOR) > 0, "the vector was counted");
    }

    /** The firmware leaves the timer at 18.2 Hz. */
    private static void timer() {
        long before = Interrupts.count(TIMER_VECTOR);
        long start = Timestamp.nanos();
        long work = 0;
        Pic8259.setMasked(TIMER_LINE, false);
        while (Interrupts.count(TIMER_VECTOR) < before + 2 && Timestamp.nanos() - start < MOST_NANOS) {
            work += new int[(int) (work & 15)].length + 1;
        }
        Pic8259.setMasked(TIMER_LINE, true);
        Check.isTrue(Interrupts.count(TIMER_VECTOR) >= before + 2, "two interrupts came");
        Check.isTrue(work > 0, "work was done meanwhile");
    }

    private static void maskedTimer() {
        long before = Interrupts.count(TIMER_VECTOR);
        long start = Timestamp.nanos();
        while (Timestamp.nanos() - start < 120_000_000) {
            Cpu.pause();
        }
        Check.equal(before, Interrupts.count(TIMER_VECTOR), "the number of ticks");
    }

    private static void time() {
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < 1000; i++) {
            long now = System.nanoTime();
            Check.isTrue(now >= last, "time does not go back");
            last = now;
        }
        Check.isTrue(last > start, "time has passed");
        Check.isTrue(System.currentTimeMillis() > 1_700_000_000_000L, "the date is later than 2023");
    }
}
