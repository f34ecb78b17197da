package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What of the class library an image does without, read from the runtime's list. Lines: {@code absent CLASS|PACKAGE/*}, {@code present …} (an exception to it), {@code noclinit CLASS},
 * {@code constfield CLASS.FIELD VALUE}, {@code throw CLASS.METHOD[DESCRIPTOR] [REASON]}, {@code internal CLASS.METHOD}, {@code hint PREFIX TEXT}; {@code #} starts a comment.
 */
public final class Cuts {
    /** Where the runtime keeps the list. */
    public static final String RESOURCE = "blogos/aot/runtime/absent.txt";

    private final Set<String> absent = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private final Set<String> withoutInitializer = new HashSet<>();
    private final Map<String, Integer> constantFields = new HashMap<>();
    private final Map<String, String> throwing = new HashMap<>();
    private final Set<String> internal = new HashSet<>();
    private final Map<String, String> hints = new LinkedHashMap<>();

    private final Map<String, Boolean> known = new HashMap<>();
    private final ClassPool pool;

    private Cuts(ClassPool pool) {
        this.pool = pool;
    }

    /** Reads the list from a pool's class path; an empty one if there is none. */
    public static Cuts read(ClassPool pool) {
        Cuts cuts = new Cuts(pool);
        byte[] text = pool.source().resource(RESOURCE);
        if (text != null) {
            new String(text, StandardCharsets.UTF_8).lines().forEach(cuts::parse);
        }
        return cuts;
    }

    private void parse(String line) {
        String rule = line.replaceFirst("#.*", "").strip();
        if (rule.isEmpty()) {
            return;
        }
        String[] words = rule.split("\\s+", 3);
        if (words.length < 2) {
            throw new CompileException(RESOURCE + ": incomplete rule: " + line);
        }
        switch (words[0]) {
            case "absent" -> absent.add(words[1]);
            case "present" -> present.add(words[1]);
            case "noclinit" -> withoutInitializer.add(words[1]);
            case "constfield" -> constantFields.put(words[1], Integer.parseInt(words[2]));
            case "throw" -> throwing.put(words[1], words.length > 2 ? words[2] : "");
            case "internal" -> internal.add(words[1]);
            case "hint" -> hints.put(words[1], words[2]);
            default -> throw new CompileException(RESOURCE + ": unknown rule: " + line);
        }
    }

    /** Whether touching a class throws: it is listed, or extends a class that is. */
    public boolean isAbsent(String name) {
        Boolean answer = known.get(name);
        if (answer == null) {
            answer = !isListed(present, name) && (isListed(absent, name) || extendsAbsent(name));
            known.put(name, answer);
        }
        return answer;
    }

    private boolean extendsAbsent(String name) {
        ClassInfo info = name.startsWith("[") ? null : pool.find(name);
        return info != null && info.superClass() != null && isAbsent(info.superClass().name());
    }

    private static boolean isListed(Set<String> rules, String name) {
        int dollar = name.indexOf('$');
        if (rules.contains(name) || dollar > 0 && rules.contains(name.substring(0, dollar))) {
            return true;
        }
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            if (rules.contains(name.substring(0, slash) + "/*")) {
                return true;
            }
        }
        return false;
    }

    /** Whether only the library may call a method ({@code java/lang/Class.forName}), programs not. */
    public boolean isOnlyForLibrary(String method) {
        return internal.contains(method);
    }

    /** What to do instead of using a class or member, by its name ({@code java/lang/Class.getMethod}); null for no idea. */
    public String hint(String name) {
        for (Map.Entry<String, String> hint : hints.entrySet()) {
            if (name.startsWith(hint.getKey())) {
                return hint.getValue();
            }
        }
        return null;
    }

    /** Whether a class's initialiser is not run. */
    public boolean skipsInitializer(String name) {
        return withoutInitializer.contains(name);
    }

    /** The fixed value of a static field, or null. */
    public Integer constant(String owner, String field) {
        return constantFields.get(owner + "." + field);
    }

    /** Why calling a method throws UnsupportedOperationException, or null if it does not. */
    public String refusal(MethodInfo method) {
        String name = method.owner().name() + "." + method.name();
        String reason = throwing.get(name);
        if (reason == null) {
            reason = throwing.get(name + method.descriptor());
        }
        return reason == null ? null : reason.isEmpty() ? method.owner().binaryName() + "." + method.name() : reason;
    }
}
