package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.desugar.Desugar;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** All classes an image can see, loaded on demand, with replacements applied. Not thread-safe. */
public final class ClassPool {
    private static final int CLASS_FILE = 0xcafe_babe;

    private final ClassSource source;
    private final Replacements replacements;
    private final Map<String, ClassInfo> classes = new HashMap<>();
    private final Desugar desugar;

    /** A pool over a class path for one compiler target (its command-line name), without assertions. */
    public ClassPool(ClassSource source, String imageTarget) {
        this(source, imageTarget, false);
    }

    /** A pool over a class path for one compiler target; assertions are those of the class path, never the JDK's. */
    public ClassPool(ClassSource source, String imageTarget, boolean assertions) {
        this.source = source;
        this.desugar = new Desugar(this, assertions);
        this.replacements = new Replacements(source, imageTarget);
        replacements.check(this);
    }

    /** Where the classes come from. */
    public ClassSource source() {
        return source;
    }

    /** The class with an internal name, or null if there is none. */
    public ClassInfo find(String mentioned) {
        String name = replacements.meaning(mentioned);
        if (classes.containsKey(name)) {
            return classes.get(name);
        }
        ClassInfo loaded = load(name);
        if (loaded == null || !classes.containsKey(name)) {
            classes.put(name, loaded);
        }
        return loaded;
    }

    /** The class with an internal name, which must exist. */
    public ClassInfo get(String name) {
        ClassInfo found = find(name);
        if (found == null) {
            throw new CompileException("class not found: " + name.replace('/', '.'));
        }
        return found;
    }

    private ClassInfo load(String name) {
        String replacement = replacements.wholeReplacementOf(name);
        byte[] bytes = replacement != null ? source.fromClassPath(replacement) : fromClassPath(name);
        boolean fromJdk = bytes == null;
        if (fromJdk) {
            bytes = source.fromJdk(name);
        }
        if (bytes == null) {
            return null;
        }
        ClassNode node;
        if (fromJdk) {
            node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.EXPAND_FRAMES);
        } else {
            checkVersion(name, bytes);
            node = replacements.read(bytes);
        }
        replacements.merge(node);
        return define(node, fromJdk);
    }

    /** Checks the header of a class file (Java Virtual Machine Specification, 4.1): u4 magic, u2 minor, u2 major version. */
    static void checkVersion(String name, byte[] bytes) {
        String className = name.replace('/', '.');
        if (bytes.length < 8 || ByteBuffer.wrap(bytes).getInt() != CLASS_FILE) {
            throw new CompileException(className + ": the class file is damaged");
        }
        int major = ByteBuffer.wrap(bytes).getShort(6);
        if (major > Opcodes.V17) {
            throw new CompileException(className + " was compiled for Java " + (major - Opcodes.V17 + 17)
                    + ", images are made of Java 17: compile it with javac --release 17");
        }
        if (major < Opcodes.V1_7) {
            throw new CompileException(className + ": class files before Java 7 are not supported");
        }
    }

    /** The JDK's own packages are the JDK's: there, only a replacement can put another class. */
    private byte[] fromClassPath(String name) {
        return name.startsWith("java/") || name.startsWith("jdk/internal/") ? null : source.fromClassPath(name);
    }

    /** Adds a class made by the compiler. */
    public ClassInfo define(ClassNode node, boolean fromJdk) {
        ClassInfo info = new ClassInfo(this, node, fromJdk);
        classes.put(node.name, info);
        info.link();
        return info;
    }

    void prepare(MethodInfo method) {
        desugar.rewrite(method.owner().node(), method.node());
    }

    /** Whether values of a type are object references (word types and primitives are not). */
    public boolean isReference(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> true;
            case Type.OBJECT -> !isWord(type.getInternalName());
            default -> false;
        };
    }

    /** Whether a class name denotes a word type. */
    public boolean isWord(String name) {
        if (name.startsWith("java/") || name.startsWith("jdk/") || name.startsWith("sun/") || name.startsWith("[")) {
            return false;
        }
        ClassInfo info = find(name);
        return info != null && info.isWord();
    }

    /** Size in bytes of a field or array element of a type. */
    public int fieldSize(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'Z', 'B' -> 1;
            case 'S', 'C' -> 2;
            case 'I', 'F' -> 4;
            case 'J', 'D', '[' -> 8;
            default -> {
                String name = descriptor.substring(1, descriptor.length() - 1);
                yield isWord(name) ? fieldSize(get(name).wordType().getDescriptor()) : 8;
            }
        };
    }

    /** Adds a method made by the compiler to a class. */
    public void addMethod(ClassInfo owner, org.objectweb.asm.tree.MethodNode method) {
        owner.add(method);
    }

    /** Adds a method made by the compiler to a class. */
    public void addMethod(ClassNode owner, org.objectweb.asm.tree.MethodNode method) {
        get(owner.name).add(method);
    }
}
