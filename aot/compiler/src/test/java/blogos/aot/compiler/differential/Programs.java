package blogos.aot.compiler.differential;

import blogos.aot.cases.AllCases;
import blogos.aot.cases.ThreadCases;
import blogos.aot.cases.endings.Arguments;
import blogos.aot.cases.endings.EmptyMain;
import blogos.aot.cases.endings.ExitInNestedCall;
import blogos.aot.cases.endings.ExitStatusIsAByte;
import blogos.aot.cases.endings.FloatingOutput;
import blogos.aot.cases.endings.InheritedMain;
import blogos.aot.cases.endings.MainClassFails;
import blogos.aot.cases.endings.PrintedTraces;
import blogos.aot.cases.endings.StackOverflowCaught;
import blogos.aot.cases.endings.StandardInput;
import blogos.aot.cases.endings.StandardStreams;
import blogos.aot.cases.endings.TraceOfConstructor;
import blogos.aot.cases.endings.TraceOfDeepRecursion;
import blogos.aot.cases.endings.TraceOfLambda;
import blogos.aot.cases.endings.TraceOfRethrow;
import blogos.aot.cases.endings.TraceOfSmallMethods;
import blogos.aot.cases.endings.TraceOfStaticInitializer;
import blogos.aot.cases.endings.UncaughtError;
import blogos.aot.cases.endings.UncaughtOwnException;
import blogos.aot.cases.endings.UncaughtWithCause;
import blogos.aot.cases.endings.UncaughtWithSuppressed;
import blogos.aot.cases.threads.DaemonsDoNotHold;
import blogos.aot.cases.threads.ExitInThread;
import blogos.aot.cases.threads.StopInNestedLoops;
import blogos.aot.cases.threads.UncaughtInThreads;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs of the differential suite. */
final class Programs {
    /** How a program ends: exit status, uncaught exceptions, what goes to which stream. */
    private static final List<Program> ENDINGS = List.of(
            Program.of(EmptyMain.class),
            Program.of(StandardStreams.class),
            Program.of(FloatingOutput.class),
            Program.of(Arguments.class).withArguments("one", "", "two words", "-x=y"),
            Program.of(StandardInput.class).withInput("first line\nsecond\n\nlast \u20ac without end"),
            Program.of(InheritedMain.class),
            Program.of(MainClassFails.class),
            Program.of(ExitInNestedCall.class),
            Program.of(ExitStatusIsAByte.class),
            Program.of(UncaughtError.class),
            Program.of(UncaughtOwnException.class),
            Program.of(UncaughtWithCause.class),
            Program.of(UncaughtWithSuppressed.class),
            Program.of(PrintedTraces.class),
            Program.of(TraceOfSmallMethods.class),
            Program.of(TraceOfConstructor.class),
            Program.of(TraceOfLambda.class),
            Program.of(TraceOfRethrow.class),
            Program.of(TraceOfStaticInitializer.class),
            Program.of(TraceOfDeepRecursion.class),
            Program.of(StackOverflowCaught.class),
            Program.of(UncaughtInThreads.class),
            Program.of(ExitInThread.class),
            Program.of(DaemonsDoNotHold.class),
            Program.of(StopInNestedLoops.class));

    /** Everything that consists of named cases: one image serves for all of them. */
    private static final List<Program> CASES =
            AllCases.programs().stream().map(Program::of).collect(Collectors.toList());

    /** The programs that start threads, which have an image for themselves. */
    private static final List<Program> THREADS =
            ThreadCases.programs().stream().map(Program::of).collect(Collectors.toList());

    private Programs() {}

    /** Every program, the simplest first. */
    static List<Program> all() {
        return Stream.of(ENDINGS, CASES, THREADS).flatMap(List::stream).collect(Collectors.toList());
    }

    /** The programs that consist of named cases. */
    static List<Program> cases() {
        return CASES;
    }

    /** The programs of named cases that start threads. */
    static List<Program> threads() {
        return THREADS;
    }

    /** The programs about how a program ends, each of which needs an image of its own. */
    static List<Program> endings() {
        return ENDINGS;
    }
}
