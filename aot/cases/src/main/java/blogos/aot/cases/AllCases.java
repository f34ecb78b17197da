package blogos.aot.cases;

import blogos.aot.cases.collector.*;
import blogos.aot.cases.language.*;
import blogos.aot.cases.library.*;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All programs that consist of named cases, in one: {@code AllCases NAME} runs one of them, {@code AllCases} alone all,
 * each behind a line with its name. So one image serves for all of them, and for all of them in the guest.
 */
public final class AllCases {
    /** What a line that opens a program starts with; the program's name follows. */
    public static final String HEADING = "# ";

    /** What stands in place of a name when all programs have run. */
    public static final String END = "end";

    private static final Map<Class<?>, Main> PROGRAMS = new LinkedHashMap<>();

    static {
        addLanguage();
        addLibrary();
        add(GcBasics.class, GcBasics::main);
    }

    private AllCases() {}

    /** A {@code main} method. */
    @FunctionalInterface
    private interface Main {
        void run(String[] arguments) throws Throwable;
    }

    private static void add(Class<?> type, Main main) {
        PROGRAMS.put(type, main);
    }

    /** The language, by chapter of the Java Language Specification. */
    private static void addLanguage() {
        add(Ch03Literals.class, Ch03Literals::main);
        add(Ch04Primitives.class, Ch04Primitives::main);
        add(Ch05Conversions.class, Ch05Conversions::main);
        add(Ch08Classes.class, Ch08Classes::main);
        add(Ch08Enums.class, Ch08Enums::main);
        add(Ch08Generics.class, Ch08Generics::main);
        add(Ch08InnerClasses.class, Ch08InnerClasses::main);
        add(Ch08Methods.class, Ch08Methods::main);
        add(Ch08Records.class, Ch08Records::main);
        add(Ch09Interfaces.class, Ch09Interfaces::main);
        add(Ch10Arrays.class, Ch10Arrays::main);
        add(Ch11Exceptions.class, Ch11Exceptions::main);
        add(Ch12Initialization.class, Ch12Initialization::main);
        add(Ch12InitializationData.class, Ch12InitializationData::main);
        add(Ch12InitializationOrder.class, Ch12InitializationOrder::main);
        add(Ch14Statements.class, Ch14Statements::main);
        add(Ch14Switch.class, Ch14Switch::main);
        add(Ch14Try.class, Ch14Try::main);
        add(Ch14TryWithResources.class, Ch14TryWithResources::main);
        add(Ch15Conditionals.class, Ch15Conditionals::main);
        add(Ch15EvaluationOrder.class, Ch15EvaluationOrder::main);
        add(Ch15Floating.class, Ch15Floating::main);
        add(Ch15FloatingStrings.class, Ch15FloatingStrings::main);
        add(Ch15Integers.class, Ch15Integers::main);
        add(Ch15Lambdas.class, Ch15Lambdas::main);
        add(Ch15MethodReferences.class, Ch15MethodReferences::main);
        add(Ch15Strings.class, Ch15Strings::main);
        add(Ch17Monitors.class, Ch17Monitors::main);
        add(Ch06Names.class, Ch06Names::main);
        add(Ch11Traces.class, Ch11Traces::main);
        add(Ch14Finally.class, Ch14Finally::main);
        add(Ch15Compound.class, Ch15Compound::main);
        add(Ch15Patterns.class, Ch15Patterns::main);
        add(Ch08Members.class, Ch08Members::main);
        add(Ch05Casts.class, Ch05Casts::main);
        add(Ch12Failures.class, Ch12Failures::main);
    }

    /** The library, by package. */
    private static void addLibrary() {
        add(LangString.class, LangString::main);
        add(LangStringBuilder.class, LangStringBuilder::main);
        add(LangNumbers.class, LangNumbers::main);
        add(LangFloatingNumbers.class, LangFloatingNumbers::main);
        add(LangMath.class, LangMath::main);
        add(LangCharacter.class, LangCharacter::main);
        add(LangObjects.class, LangObjects::main);
        add(LangFormat.class, LangFormat::main);
        add(UtilLists.class, UtilLists::main);
        add(UtilMaps.class, UtilMaps::main);
        add(UtilTreeMap.class, UtilTreeMap::main);
        add(UtilQueues.class, UtilQueues::main);
        add(UtilSets.class, UtilSets::main);
        add(UtilArrays.class, UtilArrays::main);
        add(UtilCollections.class, UtilCollections::main);
        add(UtilMisc.class, UtilMisc::main);
        add(UtilFunctions.class, UtilFunctions::main);
        add(UtilStreams.class, UtilStreams::main);
        add(MathBigInteger.class, MathBigInteger::main);
        add(MathBigDecimal.class, MathBigDecimal::main);
        add(ConcurrentBasics.class, ConcurrentBasics::main);
        add(IoStreams.class, IoStreams::main);
        add(UtilStreamsMore.class, UtilStreamsMore::main);
        add(UtilConcurrent.class, UtilConcurrent::main);
        add(UtilRegex.class, UtilRegex::main);
        add(TimeBasics.class, TimeBasics::main);
        add(UtilScanner.class, UtilScanner::main);
        add(UtilRandoms.class, UtilRandoms::main);
        add(NioBuffers.class, NioBuffers::main);
        add(IoMore.class, IoMore::main);
        add(LangText.class, LangText::main);
        add(UtilForkJoin.class, UtilForkJoin::main);
        add(LangClasses.class, LangClasses::main);
        add(UtilIterators.class, UtilIterators::main);
        add(LangVarHandles.class, LangVarHandles::main);
    }

    /** The main classes of the programs, the simplest first. */
    public static Set<Class<?>> programs() {
        return PROGRAMS.keySet();
    }

    /** Runs the program with the simple name that is the first argument, or all. */
    public static void main(String[] arguments) throws Throwable {
        for (Map.Entry<Class<?>, Main> program : PROGRAMS.entrySet()) {
            String name = program.getKey().getSimpleName();
            if (arguments.length == 0) {
                System.out.println(HEADING + name);
                program.getValue().run(arguments);
            } else if (arguments[0].equals(name)) {
                program.getValue().run(new String[0]);
            }
        }
        if (arguments.length == 0) {
            System.out.println(HEADING + END);
        }
        System.out.flush();
    }
}
