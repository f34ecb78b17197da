package blogos.runner.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * First addresses of the programs. Each has address space of its own anyway; but when no two use the same addresses, a
 * debugger that looks at the whole machine knows by the address which program it is in.
 */
final class ProgramAddresses {
    /** Distance of two programs in bytes: more than any of them has. */
    static final long STEP = 16 << 20;

    /** As many as fit below 2 GiB, where code of the small code model must be, without the place of images by hand. */
    static final int PLACES = 127;

    private ProgramAddresses() {}

    /**
     * An address for each name. It follows from the name, unless another has the same, so that a new program hardly
     * ever moves others.
     */
    static Map<String, Long> assign(Set<String> names) {
        if (names.size() > PLACES) {
            throw new IllegalArgumentException(names.size() + " programs, but only " + PLACES + " places");
        }
        Map<String, Long> bases = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        SortedSet<String> sorted = new TreeSet<>(names);
        for (String name : sorted) {
            int place = Math.floorMod(name.hashCode(), PLACES);
            while (!taken.add(place)) {
                place = (place + 1) % PLACES;
            }
            bases.put(name, (place + 1) * STEP);
        }
        return bases;
    }
}
