package blogos.runner.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgramAddressesTest {
    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "bin/program" + i).collect(Collectors.toSet());
    }

    @Test
    void allDifferBelowTwoGibibytes() {
        Map<String, Long> bases = ProgramAddresses.assign(names(ProgramAddresses.PLACES));
        assertEquals(ProgramAddresses.PLACES, new HashSet<>(bases.values()).size());
        for (long base : bases.values()) {
            assertTrue(base >= ProgramAddresses.STEP && base + ProgramAddresses.STEP <= 1L << 31, Long.toHexString(base));
            assertEquals(0, base % ProgramAddresses.STEP);
        }
    }

    @Test
    void theyFollowFromTheNames() {
        Map<String, Long> few = ProgramAddresses.assign(Set.of("init", "bin/sh"));
        Map<String, Long> more = ProgramAddresses.assign(Set.of("init", "bin/sh", "bin/ls"));
        assertEquals(few.get("bin/sh"), more.get("bin/sh"));
        assertEquals(few.get("init"), more.get("init"));
    }

    @Test
    void tooManyAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProgramAddresses.assign(names(ProgramAddresses.PLACES + 1)));
    }
}
