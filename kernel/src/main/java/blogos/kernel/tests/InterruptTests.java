package blogos.kernel.tests;

import blogos.aot.api.Interrupt;
import blogos.hal.Cpu;
import blogos.hal.EventTimer;
import blogos.hal.InterruptController;
import blogos.hal.InterruptMask;
import blogos.hal.LocalApic;
import blogos.hal.Timestamp;
import blogos.hal.Traps;
import blogos.kernel.interrupts.InterruptHandler;
import blogos.kernel.interrupts.InterruptStatistics;
import blogos.kernel.interrupts.Interrupts;

/** Exceptions, interrupts and time in ring 0. */
final class InterruptTests {
    private static final int TIMER_LINE = 0;
    private static final int TIMER_LINE_VECTOR = InterruptController.FIRST_VECTOR + TIMER_LINE;
    private static final int UNOWNED_VECTOR = 0xd1;
    private static final long MOST_NANOS = 5_000_000_000L;

    private static volatile int handled;

    private InterruptTests() {}

    static void addTo(TestList tests) {
        tests.add("interrupts - a breakpoint returns", InterruptTests::breakpoint);
        tests.add("interrupts - the armed timer interrupts once", InterruptTests::armedTimer);
        tests.add("interrupts - the CPU sleeps until the armed time", InterruptTests::halt);
        tests.add("interrupts - those of software are counted and survived", InterruptTests::software);
        tests.add("interrupts - a vector without a handler is acknowledged", InterruptTests::unowned);
        tests.add("interrupts - a handler gets its vector", InterruptTests::handler);
        tests.add("interrupts - a non-maskable one is counted and survived", InterruptTests::unmaskable);
        tests.add("interrupts - line 0 arrives until it is masked", InterruptTests::line);
        tests.add("interrupts - what came has a name", InterruptTests::names);
        tests.add("interrupts - time goes on", InterruptTests::time);
    }

    private static void breakpoint() {
        double before = Double.parseDouble("1.5");
        long count = InterruptStatistics.countOf(Traps.BREAKPOINT);
        Cpu.breakpoint();
        Check.equal(count + 1, InterruptStatistics.countOf(Traps.BREAKPOINT), "the number of breakpoints");
        Check.isTrue(before * 2 == 3.0, "a floating-point register is unchanged");
    }

    /** Waits until a vector came more than {@code before} times; answers how often it came since. */
    static long awaitMore(int vector, long before) {
        long start = Timestamp.nanos();
        while (InterruptStatistics.countOf(vector) == before && Timestamp.nanos() - start < MOST_NANOS) {
            Cpu.pause();
        }
        return InterruptStatistics.countOf(vector) - before;
    }

    private static void armedTimer() {
        long before = InterruptStatistics.countOf(EventTimer.vector());
        EventTimer.arm(1_000_000);
        Check.equal(1, awaitMore(EventTimer.vector(), before), "the number of timer interrupts");
    }

    private static void halt() {
        long before = InterruptStatistics.countOf(EventTimer.vector());
        long start = Timestamp.nanos();
        boolean wereOn = InterruptMask.set();
        EventTimer.arm(5_000_000);
        while (InterruptStatistics.countOf(EventTimer.vector()) == before) {
            Cpu.waitForInterrupt();
        }
        InterruptMask.restore(wereOn);
        long slept = Timestamp.nanos() - start;
        Check.isTrue(slept >= 4_000_000, "4 ms passed at least, not " + slept + " ns");
    }

    private static void software() {
        long before = InterruptStatistics.spurious();
        Cpu.raiseUnknownInterrupt();
        Check.equal(before + 1, InterruptStatistics.spurious(), "the number of spurious interrupts");
        Check.isTrue(InterruptStatistics.countOf(Cpu.UNKNOWN_VECTOR) > 0, "the vector was counted");
    }

    /** A vector that stayed in service would hold back all lower ones, the timer's among them. */
    private static void unowned() {
        if (!LocalApic.isUsed()) {
            return;
        }
        long before = InterruptStatistics.unexpected();
        long came = InterruptStatistics.countOf(UNOWNED_VECTOR);
        LocalApic.interruptSelf(UNOWNED_VECTOR);
        Check.equal(1, awaitMore(UNOWNED_VECTOR, came), "how often it came");
        Check.equal(before + 1, InterruptStatistics.unexpected(), "the number of unexpected interrupts");
        armedTimer();
    }

    private static void handler() {
        if (!LocalApic.isUsed()) {
            return;
        }
        handled = 0;
        long came = InterruptStatistics.countOf(UNOWNED_VECTOR);
        Interrupts.connectVector(UNOWNED_VECTOR, "a test", new Counter());
        LocalApic.interruptSelf(UNOWNED_VECTOR);
        awaitMore(UNOWNED_VECTOR, came);
        Check.equals("a test", InterruptStatistics.nameOf(UNOWNED_VECTOR), "the name");
        Interrupts.connectVector(UNOWNED_VECTOR, null, null);
        Check.equal(1, handled, "how often it was handled");
    }

    private static void unmaskable() {
        if (!LocalApic.isUsed()) {
            return;
        }
        long before = InterruptStatistics.countOf(Traps.NMI);
        LocalApic.interruptSelfUnmaskably();
        Check.equal(1, awaitMore(Traps.NMI, before), "the number of non-maskable interrupts");
    }

    /** The interval timer, by whichever controller is in use. */
    private static void line() {
        if (!EventTimer.usesApic()) {
            return;
        }
        long before = InterruptStatistics.countOf(TIMER_LINE_VECTOR);
        InterruptController.setMasked(TIMER_LINE, false);
        Check.isTrue(awaitMore(TIMER_LINE_VECTOR, before) > 0, "an interrupt came");
        InterruptController.setMasked(TIMER_LINE, true);
        before = InterruptStatistics.countOf(TIMER_LINE_VECTOR);
        long start = Timestamp.nanos();
        while (Timestamp.nanos() - start < 120_000_000) {
            Cpu.pause();
        }
        Check.equal(before, InterruptStatistics.countOf(TIMER_LINE_VECTOR), "the number of ticks");
    }

    private static void names() {
        StringBuilder text = new StringBuilder();
        InterruptStatistics.forEach((vector, name, count) ->
                text.append(name).append('=').append(count).append(' '));
        Check.isTrue(text.indexOf("breakpoint=") >= 0, "the breakpoint is in " + text);
        Check.isTrue(text.indexOf("timer=") >= 0, "the timer is in " + text);
        Check.isTrue(text.indexOf("no device=") >= 0, "the software interrupt is in " + text);
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

    /** Counts what it handles. */
    private static final class Counter implements InterruptHandler {
        @Override
        @Interrupt
        public void handle() {
            handled++;
        }
    }
}
