package blogos.aot.compiler.reach;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mentions of Java methods, <code>{pkg.Type.method}</code>, in the text of naked assembly. */
public final class AssemblyText {
    private static final Pattern MENTION = Pattern.compile("\\{([A-Za-z_][\\w.$]*)\\.(\\w+)\\}");

    private AssemblyText() {}

    static List<String> methodNames(String line) {
        List<String> names = new ArrayList<>();
        Matcher matcher = MENTION.matcher(line);
        while (matcher.find()) {
            names.add(matcher.group(1) + "." + matcher.group(2));
        }
        return names;
    }

    static MethodInfo find(ClassPool pool, String name, MethodInfo mentionedBy) {
        int dot = name.lastIndexOf('.');
        ClassInfo owner = pool.find(name.substring(0, dot).replace('.', '/'));
        MethodInfo found = null;
        if (owner != null) {
            for (MethodInfo method : owner.methods()) {
                if (method.isStatic() && method.name().equals(name.substring(dot + 1))) {
                    if (found != null) {
                        throw new CompileException("assembly of " + mentionedBy + ": {" + name + "} is ambiguous");
                    }
                    found = method;
                }
            }
        }
        if (found == null) {
            throw new CompileException("assembly of " + mentionedBy + ": there is no static method {" + name + "}");
        }
        return found;
    }

    /** The line with mentions replaced by quoted symbols. */
    public static String resolve(ClassPool pool, String line, MethodInfo mentionedBy) {
        return MENTION.matcher(line)
                .replaceAll(m -> Matcher.quoteReplacement(
                        '"' + find(pool, m.group(1) + "." + m.group(2), mentionedBy).symbol() + '"'));
    }
}
