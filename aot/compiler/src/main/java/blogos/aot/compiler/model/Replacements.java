package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The {@code @Replace} classes of the class path that hold for a target: knows which library class each stands for, renames mentions of it, and merges its members into the library class.
 */
final class Replacements {
    private static final String REPLACE = "Lblogos/aot/api/Replace;";
    private static final String ADD = "Lblogos/aot/api/Add;";
    /** Prefix that keeps a replacement's lambda bodies apart from those of the class it is merged into. */
    private static final String MERGED = "merged$";

    private final Map<String, String> targetOf = new HashMap<>();
    private final Map<String, String> wholeReplacement = new HashMap<>();
    private final Map<String, List<String>> partial = new HashMap<>();
    private final ClassSource source;

    Replacements(ClassSource source, String imageTarget) {
        this.source = source;
        for (String name : source.classPathNames()) {
            ClassNode node = new ClassNode();
            byte[] bytes = source.fromClassPath(name);
            ClassPool.checkVersion(name, bytes);
            new ClassReader(bytes)
                    .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            Map<String, Object> replace = MethodInfo.values(node.invisibleAnnotations, REPLACE);
            if (replace != null && holdsFor(replace.get("targets"), imageTarget)) {
                register(name, replace);
            }
        }
    }

    private static boolean holdsFor(Object targets, String imageTarget) {
        return targets == null || ((List<?>) targets).isEmpty() || ((List<?>) targets).contains(imageTarget);
    }

    private void register(String name, Map<String, Object> replace) {
        String target = ((String) replace.get("value")).replace('.', '/');
        targetOf.put(name, target);
        if (Boolean.TRUE.equals(replace.get("whole"))) {
            String other = wholeReplacement.put(target, name);
            if (other != null) {
                throw new CompileException(target.replace('/', '.') + " is replaced twice: by " + other + " and " + name);
            }
        } else {
            partial.computeIfAbsent(target, key -> new ArrayList<>()).add(name);
        }
    }

    /** What a name means: the replaced class for a replacement, otherwise itself. */
    String meaning(String name) {
        return targetOf.getOrDefault(name, name);
    }

    /** Name of the class that takes the whole place of {@code name}, or null. */
    String wholeReplacementOf(String name) {
        return wholeReplacement.get(name);
    }

    /** Reads a class file of the class path with all replacement names translated to what they stand for. */
    ClassNode read(byte[] bytes) {
        ClassNode node = new ClassNode();
        Remapper remapper = new Remapper() {
            @Override
            public String map(String internalName) {
                return targetOf.getOrDefault(internalName, internalName);
            }

            @Override
            public String mapMethodName(String owner, String name, String descriptor) {
                return isMergedHelper(owner, name) ? MERGED + name : name;
            }
        };
        new ClassReader(bytes).accept(new ClassRemapper(node, remapper), ClassReader.EXPAND_FRAMES);
        return node;
    }

    private boolean isMergedHelper(String owner, String name) {
        return name.startsWith("lambda$") && targetOf.containsKey(owner) && wholeReplacement.get(targetOf.get(owner)) == null;
    }

    /** Merges what partially replaces a class into it. */
    void merge(ClassNode target) {
        for (String name : partial.getOrDefault(target.name, List.of())) {
            ClassNode patch = read(source.fromClassPath(name));
            for (MethodNode method : patch.methods) {
                mergeMethod(target, method, name);
            }
            for (FieldNode field : patch.fields) {
                boolean isAlias = target.fields.stream().anyMatch(f -> f.name.equals(field.name) && f.desc.equals(field.desc));
                if (!isAlias) {
                    target.fields.add(field);
                }
            }
        }
    }

    private static void mergeMethod(ClassNode target, MethodNode method, String patch) {
        boolean replaces = MethodInfo.values(method.invisibleAnnotations, REPLACE) != null;
        boolean adds = MethodInfo.values(method.invisibleAnnotations, ADD) != null;
        if (replaces) {
            makeInstanceMethod(target, method);
        }
        boolean exists = target.methods.stream().anyMatch(m -> m.name.equals(method.name) && m.desc.equals(method.desc));
        String what = patch.replace('/', '.') + (replaces ? " replaces " : " adds ") + method.name + method.desc + ", which "
                + target.name.replace('/', '.');
        if (replaces && !exists) {
            throw new CompileException(what + " does not have in this JDK");
        }
        if (adds && exists) {
            throw new CompileException(what + " already has");
        }
        boolean isAlias = exists && !replaces || method.name.startsWith("<") && !replaces;
        if (!isAlias) {
            target.methods.removeIf(m -> m.name.equals(method.name) && m.desc.equals(method.desc));
            method.access &= ~Opcodes.ACC_BRIDGE;
            target.methods.add(method);
        }
    }

    /**
     * Java source cannot override a final method. So a static method may stand for it, whose first parameter is the object: it becomes an instance method if the target has one like that.
     */
    private static void makeInstanceMethod(ClassNode target, MethodNode method) {
        String receiver = "(L" + target.name + ";";
        if ((method.access & Opcodes.ACC_STATIC) == 0 || !method.desc.startsWith(receiver)) {
            return;
        }
        String descriptor = "(" + method.desc.substring(receiver.length());
        for (MethodNode meant : target.methods) {
            boolean isInstance = (meant.access & Opcodes.ACC_STATIC) == 0;
            if (isInstance && meant.name.equals(method.name) && meant.desc.equals(descriptor)) {
                method.access = meant.access & ~Opcodes.ACC_NATIVE;
                method.desc = descriptor;
                method.signature = null;
            }
        }
    }

    /** Checks that each replaced class exists; called once the pool can look classes up. */
    void check(ClassPool pool) {
        for (Map.Entry<String, String> entry : targetOf.entrySet()) {
            if (pool.find(entry.getValue()) == null) {
                throw new CompileException(entry.getKey().replace('/', '.') + " replaces " + entry.getValue().replace('/', '.')
                        + ", which does not exist");
            }
        }
    }
}
