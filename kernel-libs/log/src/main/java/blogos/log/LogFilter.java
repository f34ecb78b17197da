package blogos.log;

import java.util.Arrays;

/**
 * Which lines are wanted: a level for everything, and other levels for some targets. Written as on the kernel's command
 * line, {@code warn,kernel.memory=trace,kernel.process=off}: the longest target that fits decides, and a target stands
 * for all that begin with it and a dot.
 */
public final class LogFilter {
    private static final String OFF = "off";
    private static final int NOTHING = Level.values().length;

    private final int general;
    private final String[] targets;
    private final int[] levels;
    private final int lowest;

    private LogFilter(int general, String[] targets, int[] levels) {
        this.general = general;
        this.targets = targets;
        this.levels = levels;
        int least = general;
        for (int level : levels) {
            least = Math.min(least, level);
        }
        lowest = least;
    }

    /** Everything from a level on. */
    public static LogFilter from(Level level) {
        return new LogFilter(level.ordinal(), new String[0], new int[0]);
    }

    /**
     * The filter that a text describes.
     *
     * @param otherwise the level for everything, if the text has none
     * @throws IllegalArgumentException with what is wrong with the text
     */
    public static LogFilter parse(String text, Level otherwise) {
        String[] items = text.split(",");
        String[] targets = new String[items.length];
        int[] levels = new int[items.length];
        int count = 0;
        int general = otherwise.ordinal();
        for (String item : items) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                general = levelOf(item);
            } else if (equals == 0) {
                throw new IllegalArgumentException("log filter '" + item + "' names no target");
            } else {
                targets[count] = item.substring(0, equals);
                levels[count] = levelOf(item.substring(equals + 1));
                count++;
            }
        }
        return new LogFilter(general, Arrays.copyOf(targets, count), Arrays.copyOf(levels, count));
    }

    private static int levelOf(String name) {
        if (name.equalsIgnoreCase(OFF)) {
            return NOTHING;
        }
        for (Level level : Level.values()) {
            if (level.name().equalsIgnoreCase(name)) {
                return level.ordinal();
            }
        }
        throw new IllegalArgumentException(
                "'" + name + "' is no log level; there are trace, debug, info, warn, error and off");
    }

    /** Whether lines of a level are wanted from some target. */
    public boolean accepts(Level level) {
        return level.ordinal() >= lowest;
    }

    /** Whether lines of a level are wanted from a target. Allocates nothing. */
    public boolean accepts(Level level, String target) {
        int ordinal = level.ordinal();
        if (ordinal < lowest) {
            return false;
        }
        int wanted = general;
        int longest = -1;
        for (int i = 0; i < targets.length; i++) {
            String candidate = targets[i];
            if (candidate.length() > longest && fits(candidate, target)) {
                longest = candidate.length();
                wanted = levels[i];
            }
        }
        return ordinal >= wanted;
    }

    private static boolean fits(String prefix, String target) {
        return target.startsWith(prefix)
                && (target.length() == prefix.length() || target.charAt(prefix.length()) == '.');
    }
}
