package blogos.aot.cases;

import blogos.aot.cases.threads.*;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All programs of named cases that start threads, in one, as {@link AllCases}; they are apart since programs in the guest
 * have one thread.
 */
public final class ThreadCases {
    private static final Map<Class<?>, Main> PROGRAMS = new LinkedHashMap<>();

    static {
        add(ThreadBasics.class, ThreadBasics::main);
        add(MonitorCases.class, MonitorCases::main);
        add(InitializationByThreads.class, InitializationByThreads::main);
        add(MemoryModel.class, MemoryModel::main);
        add(ConcurrentLocks.class, ConcurrentLocks::main);
        add(ConcurrentTasks.class, ConcurrentTasks::main);
        add(ConcurrentData.class, ConcurrentData::main);
        add(CollectorAndThreads.class, CollectorAndThreads::main);
    }

    private ThreadCases() {}

    /** A {@code main} method. */
    @FunctionalInterface
    private interface Main {
        void run(String[] arguments) throws Throwable;
    }

    private static void add(Class<?> type, Main main) {
        PROGRAMS.put(type, main);
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
                System.out.println(AllCases.HEADING + name);
                program.getValue().run(arguments);
            } else if (arguments[0].equals(name)) {
                program.getValue().run(new String[0]);
            }
        }
        if (arguments.length == 0) {
            System.out.println(AllCases.HEADING + AllCases.END);
        }
        System.out.flush();
    }
}
