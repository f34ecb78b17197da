package blogos.runner.test;

import blogos.runner.UserError;
import java.io.IOException;
import java.util.List;

/** Tests that run together. */
public interface Suite {
    /** The name by which {@code ./blog_os test NAME} selects it. */
    String name();

    /**
     * Runs the tests.
     *
     * @return one result for each test that was there to run
     * @throws UserError or IOException if the suite could not run at all; it then counts as one failed test
     */
    List<TestResult> run() throws IOException, InterruptedException;
}
