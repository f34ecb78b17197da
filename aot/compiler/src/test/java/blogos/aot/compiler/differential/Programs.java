package blogos.aot.compiler.differential;

import blogos.aot.cases.collector.GcBasics;
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
import blogos.aot.cases.language.Ch03Literals;
import blogos.aot.cases.language.Ch04Primitives;
import blogos.aot.cases.language.Ch05Conversions;
import blogos.aot.cases.language.Ch08Classes;
import blogos.aot.cases.language.Ch08Enums;
import blogos.aot.cases.language.Ch08Generics;
import blogos.aot.cases.language.Ch08InnerClasses;
import blogos.aot.cases.language.Ch08Methods;
import blogos.aot.cases.language.Ch08Records;
import blogos.aot.cases.language.Ch09Interfaces;
import blogos.aot.cases.language.Ch10Arrays;
import blogos.aot.cases.language.Ch11Exceptions;
import blogos.aot.cases.language.Ch12Initialization;
import blogos.aot.cases.language.Ch12InitializationData;
import blogos.aot.cases.language.Ch12InitializationOrder;
import blogos.aot.cases.language.Ch14Statements;
import blogos.aot.cases.language.Ch14Switch;
import blogos.aot.cases.language.Ch14Try;
import blogos.aot.cases.language.Ch14TryWithResources;
import blogos.aot.cases.language.Ch15Conditionals;
import blogos.aot.cases.language.Ch15EvaluationOrder;
import blogos.aot.cases.language.Ch15Floating;
import blogos.aot.cases.language.Ch15FloatingStrings;
import blogos.aot.cases.language.Ch15Integers;
import blogos.aot.cases.language.Ch15Lambdas;
import blogos.aot.cases.language.Ch15MethodReferences;
import blogos.aot.cases.language.Ch15Strings;
import blogos.aot.cases.language.Ch17Monitors;
import blogos.aot.cases.library.ConcurrentBasics;
import blogos.aot.cases.library.IoStreams;
import blogos.aot.cases.library.LangCharacter;
import blogos.aot.cases.library.LangFloatingNumbers;
import blogos.aot.cases.library.LangFormat;
import blogos.aot.cases.library.LangMath;
import blogos.aot.cases.library.LangNumbers;
import blogos.aot.cases.library.LangObjects;
import blogos.aot.cases.library.LangString;
import blogos.aot.cases.library.LangStringBuilder;
import blogos.aot.cases.library.MathBigDecimal;
import blogos.aot.cases.library.MathBigInteger;
import blogos.aot.cases.library.UtilArrays;
import blogos.aot.cases.library.UtilCollections;
import blogos.aot.cases.library.UtilFunctions;
import blogos.aot.cases.library.UtilLists;
import blogos.aot.cases.library.UtilMaps;
import blogos.aot.cases.library.UtilMisc;
import blogos.aot.cases.library.UtilQueues;
import blogos.aot.cases.library.UtilSets;
import blogos.aot.cases.library.UtilStreams;
import blogos.aot.cases.library.UtilTreeMap;
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
            Program.of(StackOverflowCaught.class));

    /** The language, by chapter of the Java Language Specification. */
    private static final List<Program> LANGUAGE = List.of(
            Program.of(Ch03Literals.class),
            Program.of(Ch04Primitives.class),
            Program.of(Ch05Conversions.class),
            Program.of(Ch08Classes.class),
            Program.of(Ch08Enums.class),
            Program.of(Ch08Generics.class),
            Program.of(Ch08InnerClasses.class),
            Program.of(Ch08Methods.class),
            Program.of(Ch08Records.class),
            Program.of(Ch09Interfaces.class),
            Program.of(Ch10Arrays.class),
            Program.of(Ch11Exceptions.class),
            Program.of(Ch12Initialization.class),
            Program.of(Ch12InitializationData.class),
            Program.of(Ch12InitializationOrder.class),
            Program.of(Ch14Statements.class),
            Program.of(Ch14Switch.class),
            Program.of(Ch14Try.class),
            Program.of(Ch14TryWithResources.class),
            Program.of(Ch15Conditionals.class),
            Program.of(Ch15EvaluationOrder.class),
            Program.of(Ch15Floating.class),
            Program.of(Ch15FloatingStrings.class),
            Program.of(Ch15Integers.class),
            Program.of(Ch15Lambdas.class),
            Program.of(Ch15MethodReferences.class),
            Program.of(Ch15Strings.class),
            Program.of(Ch17Monitors.class));

    /** The library, by package. */
    private static final List<Program> LIBRARY = List.of(
            Program.of(LangString.class),
            Program.of(LangStringBuilder.class),
            Program.of(LangNumbers.class),
            Program.of(LangFloatingNumbers.class),
            Program.of(LangMath.class),
            Program.of(LangCharacter.class),
            Program.of(LangObjects.class),
            Program.of(LangFormat.class),
            Program.of(UtilLists.class),
            Program.of(UtilMaps.class),
            Program.of(UtilTreeMap.class),
            Program.of(UtilQueues.class),
            Program.of(UtilSets.class),
            Program.of(UtilArrays.class),
            Program.of(UtilCollections.class),
            Program.of(UtilMisc.class),
            Program.of(UtilFunctions.class),
            Program.of(UtilStreams.class),
            Program.of(MathBigInteger.class),
            Program.of(MathBigDecimal.class),
            Program.of(ConcurrentBasics.class),
            Program.of(IoStreams.class));

    /** What a collector must keep and must free. */
    private static final List<Program> COLLECTOR = List.of(Program.of(GcBasics.class));

    private Programs() {}

    /** Every program, the simplest first. */
    static List<Program> all() {
        return Stream.of(ENDINGS, LANGUAGE, LIBRARY, COLLECTOR).flatMap(List::stream).collect(Collectors.toList());
    }

    /** The programs whose results an optimiser is most likely to change. */
    static List<Program> alsoInRelease() {
        return Stream.of(
                        Ch04Primitives.class,
                        Ch05Conversions.class,
                        Ch08Classes.class,
                        Ch10Arrays.class,
                        Ch11Exceptions.class,
                        Ch12Initialization.class,
                        Ch12InitializationData.class,
                        Ch12InitializationOrder.class,
                        Ch14Statements.class,
                        Ch14Switch.class,
                        Ch14Try.class,
                        Ch15EvaluationOrder.class,
                        Ch15Floating.class,
                        Ch15Integers.class,
                        TraceOfSmallMethods.class,
                        TraceOfDeepRecursion.class,
                        UncaughtWithCause.class,
                        StackOverflowCaught.class,
                        GcBasics.class)
                .map(Program::of)
                .collect(Collectors.toList());
    }
}
