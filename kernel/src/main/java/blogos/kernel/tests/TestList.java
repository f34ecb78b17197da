package blogos.kernel.tests;

import java.util.ArrayList;
import java.util.List;

/** The tests of the kernel, by name, in the order in which they run. */
final class TestList {
    private final List<String> names = new ArrayList<>();
    private final List<Test> tests = new ArrayList<>();

    /** A test: succeeds if it returns. */
    interface Test {
        void run() throws Exception;
    }

    /** What is done with each test. */
    interface Action {
        void accept(String name, Test test);
    }

    /** Adds a test. */
    void add(String name, Test test) {
        names.add(name);
        tests.add(test);
    }

    /** Does something with each test. */
    void forEach(Action action) {
        for (int i = 0; i < tests.size(); i++) {
            action.accept(names.get(i), tests.get(i));
        }
    }
}
