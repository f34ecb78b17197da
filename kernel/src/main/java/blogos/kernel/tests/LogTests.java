package blogos.kernel.tests;

import blogos.aot.api.Interrupt;
import blogos.hal.LocalApic;
import blogos.hal.Preemption;
import blogos.kernel.interrupts.InterruptHandler;
import blogos.kernel.interrupts.InterruptStatistics;
import blogos.kernel.interrupts.Interrupts;
import blogos.kernel.multitask.Tasks;
import blogos.log.Level;
import blogos.log.Log;
import blogos.log.LogFilter;
import blogos.log.LogRecord;

/** The log in every context. */
final class LogTests {
    private static final String TARGET = "kernel.tests";
    private static final String FROM_HANDLER = "an interrupt handler logs";
    private static final int VECTOR = 0xd2;
    private static final int MOST_TURNS = 100_000;

    private static String found;
    private static long number;

    private LogTests() {}

    static void addTo(TestList tests) {
        tests.add("log - an interrupt handler's line is written by a task", LogTests::fromInterrupt);
        tests.add("log - a line of code with preemption off is written later", LogTests::withoutPreemption);
        tests.add("log - a line costs no allocation, wanted or not", LogTests::allocation);
        tests.add("log - filters go by target", LogTests::filter);
    }

    /** Message and number of the last line. */
    private static void readLast() {
        found = "";
        Log.replay(Log.count() - 1, 1, new LogRecord(), line -> {
            found = line.message();
            number = line.fieldCount() == 0 ? 0 : line.numberOf(0);
        });
    }

    private static void awaitWritten() {
        for (int i = 0; i < MOST_TURNS && !Log.isWritten(); i++) {
            Tasks.yield();
        }
        Check.isTrue(Log.isWritten(), "the sinks had the line");
    }

    private static void fromInterrupt() {
        if (!LocalApic.isUsed()) {
            return;
        }
        long came = InterruptStatistics.countOf(VECTOR);
        Interrupts.connectVector(VECTOR, "a test", new Talker());
        LocalApic.interruptSelf(VECTOR);
        InterruptTests.awaitMore(VECTOR, came);
        Interrupts.connectVector(VECTOR, null, null);
        readLast();
        Check.equals(FROM_HANDLER, found, "the last line");
        Check.equal(VECTOR, number, "its number");
        awaitWritten();
    }

    /** An interrupt handler that logs. */
    private static final class Talker implements InterruptHandler {
        @Override
        @Interrupt
        public void handle() {
            Log.log(Level.DEBUG, TARGET, FROM_HANDLER, "vector", VECTOR);
        }
    }

    private static void withoutPreemption() {
        Preemption.disable();
        Log.debug(TARGET, "preemption is off");
        boolean written = Log.isWritten();
        Preemption.enable();
        Check.isTrue(!written, "nobody waited for the sinks");
        awaitWritten();
    }

    private static void allocation() {
        awaitWritten();
        long first = Waiting.allocatedBytes();
        long before = Waiting.allocatedBytes();
        Log.trace(TARGET, "not wanted");
        Log.event(Level.TRACE, TARGET, "not wanted").with("a", 1).with("b", "c").write();
        Log.log(Level.DEBUG, TARGET, "wanted", "a", 1, "b", 2);
        long after = Waiting.allocatedBytes();
        Check.equal(before - first, after - before, "bytes allocated");
    }

    private static void filter() {
        long lines = Log.count();
        Log.setFilter(LogFilter.parse("debug,kernel.tests.quiet=error", Level.DEBUG));
        Log.warn("kernel.tests.quiet", "not wanted");
        Log.error("kernel.tests.quiet", "wanted: an error");
        Log.setFilter(LogFilter.from(Level.DEBUG));
        Check.equal(lines + 1, Log.count(), "the number of lines");
    }
}
