package blogos.aot.compiler.differential.random;

import java.util.List;
import java.util.Random;

/** Chance, repeatable by its seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int anyInt() {
        return random.nextInt() >> random.nextInt(32);
    }

    long anyLong() {
        return random.nextLong() >> random.nextInt(64);
    }
}
