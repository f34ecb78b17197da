package blogos.aot.compiler.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One program on both sides, where both may still be running: every question waits for what it needs. */
final class Comparison {
    /** The name under which exit status and standard error are compared. */
    static final String ENDING = "ending";

    private final CompletableFuture<Outcome> expected;
    private final CompletableFuture<Outcome> actual;
    private final String command;

    /**
     * A comparison of two runs.
     *
     * @param expected the run on HotSpot
     * @param actual the run of the executable; fails if that could not be built
     * @param command what runs the executable by hand
     */
    Comparison(CompletableFuture<Outcome> expected, CompletableFuture<Outcome> actual, String command) {
        this.expected = expected;
        this.actual = actual;
        this.command = command;
    }

    /** The cases of the program, in order. */
    List<String> cases() {
        return new Transcript(expected.join().output()).cases();
    }

    /** Everything that is compared: the cases of the program, then how it ended. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(cases());
        parts.add(ENDING);
        return parts;
    }

    /** The differences by part, in order; empty when both sides agree. */
    Map<String, String> differences() {
        Map<String, String> differences = new LinkedHashMap<>();
        for (String part : parts()) {
            difference(part).ifPresent(text -> differences.put(part, text));
        }
        return differences;
    }

    /** What is different in one part, with the command that shows it; empty when both sides agree. */
    Optional<String> difference(String part) {
        if (expected.join().timedOut()) {
            return Optional.of("HotSpot itself " + expected.join().ending());
        }
        try {
            Optional<String> difference = part.equals(ENDING) ? endingDifference() : outputDifference(part);
            return difference.map(text -> text + "by hand: " + command);
        } catch (CompletionException e) {
            return Optional.of("not compiled: " + e.getCause().getMessage());
        }
    }

    private Optional<String> endingDifference() {
        Outcome hotSpot = expected.join();
        Outcome ours = actual.join();
        if (!hotSpot.ending().equals(ours.ending())) {
            return Optional.of("HotSpot: " + hotSpot.ending() + ", blog_os: " + ours.ending() + "\n" + ours.error());
        }
        return Difference.between(Traces.withoutJdkFrames(hotSpot.error()), Traces.withoutJdkFrames(ours.error()));
    }

    private Optional<String> outputDifference(String part) {
        Outcome ours = actual.join();
        List<String> lines = new Transcript(ours.output()).lines(part);
        if (lines == null) {
            return Optional.of("not reached: " + ours.ending() + "\n" + ours.error());
        }
        return Difference.between(new Transcript(expected.join().output()).lines(part), lines);
    }
}
