package blogos.runner.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelRunTest {
    @Test
    void readsKernelsAndCosts() {
        KernelRun run = KernelRun.parse(List.of(
                "Booting from ROM..c\u001b[2JK nbody first_ms 134.2 steady_ms 133.1 min_ms 133.0 check -169083712",
                "K sieve      first_ms 5.02 steady_ms 5.0 min_ms 5.02 last_ticks 5017115 check 41538",
                "C throw-ready 1234 4000",
                "[    1.5] Kernel panic"));
        assertEquals(Map.of("nbody", 133.1, "sieve", 5.0), run.milliseconds());
        assertEquals(Map.of("nbody", "-169083712", "sieve", "41538"), run.checks());
        assertEquals(Map.of("throw-ready", 1234L), run.costs());
    }
}
