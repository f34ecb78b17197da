package blogos.kernel.tests;

import blogos.hal.ExitPort;
import blogos.hal.Preemption;
import blogos.kernel.CommandLine;
import blogos.kernel.Kernel;
import blogos.kernel.KernelInfo;
import blogos.kernel.Panic;
import blogos.kernel.io.RawOutput;
import blogos.qemu.TestLine;

/**
 * The main class of the test image: sets the kernel up as the normal image does, runs the tests and reports them line
 * by line over the first serial port. With {@code only=TEXT} on the command line only those run whose names contain
 * the text; with {@code die=WAY} the kernel comes to an end in that way of {@link Deaths} instead, and with {@code terminal}
 * it talks to whoever types, see {@link TerminalSession}.
 */
public final class KernelTests {
    private int passed;
    private int failed;

    private KernelTests() {}

    /** Entered like {@link Kernel#main}. */
    public static void main(String[] arguments) {
        try {
            KernelInfo info = Kernel.start();
            CommandLine options = info.commandLine();
            if (options.value("die") != null) {
                Deaths.die(options.value("die"));
            }
            if (options.has("terminal")) {
                TerminalSession.run();
            }
            new KernelTests().runAll(options.value("only"));
        } catch (Throwable uncaught) {
            Panic.panic("uncaught exception in the kernel", uncaught);
        }
    }

    private void runAll(String wanted) {
        TestList tests = new TestList();
        LanguageTests.addTo(tests);
        LibraryTests.addTo(tests);
        CollectorTests.addTo(tests);
        FailureTests.addTo(tests);
        FrameTests.addTo(tests);
        RegionTests.addTo(tests);
        PagingTests.addTo(tests);
        ProtectionTests.addTo(tests);
        AddressSpaceTests.addTo(tests);
        UserMemoryTests.addTo(tests);
        FilePageTests.addTo(tests);
        MemoryLimitTests.addTo(tests);
        SharedMemoryTests.addTo(tests);
        ProcessMemoryTests.addTo(tests);
        StackTests.addTo(tests);
        InterruptTests.addTo(tests);
        TaskTests.addTo(tests);
        SchedulerTests.addTo(tests);
        LockTests.addTo(tests);
        LoadTests.addTo(tests);
        ProcessTests.addTo(tests);
        DeviceTests.addTo(tests);
        LogTests.addTo(tests);
        ImageTests.addTo(tests);
        tests.forEach((name, test) -> {
            if (wanted == null || name.contains(wanted)) {
                run(name, test);
            }
        });
        report(TestLine.done(passed, failed, 0));
        ExitPort.exit(failed == 0 ? ExitPort.SUCCESS : ExitPort.FAILED);
    }

    private void run(String name, TestList.Test test) {
        report(TestLine.begin(name));
        try {
            test.run();
            passed++;
            report(TestLine.pass(name));
        } catch (Throwable problem) {
            failed++;
            report(TestLine.fail(name, describe(problem)));
        }
    }

    private static String describe(Throwable problem) {
        StringBuilder text = new StringBuilder(problem.toString());
        for (StackTraceElement element : problem.getStackTrace()) {
            text.append("\n    at ").append(element);
        }
        return text.toString();
    }

    private static void report(TestLine line) {
        String text = line.format();
        Preemption.disable();
        RawOutput.print(text);
        RawOutput.newline();
        Preemption.enable();
    }
}
