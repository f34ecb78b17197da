package blogos.aot.compiler.model;

import blogos.aot.compiler.CompileException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a plug-in is compiled against: the classes that the image which loads it holds, with everything that compiled
 * code relies on, and the symbols that it can be linked to. {@code InterfaceBuilder} makes it from an image, {@link
 * InterfaceFile} writes and reads it.
 */
public final class HostInterface {
    /** What an image is compiled against that is no plug-in: nothing. */
    public static final HostInterface NONE = new HostInterface("", "");

    /** Keywords of the types that are no classes, void included. */
    private static final List<String> PRIMITIVES =
            List.of("void", "boolean", "byte", "char", "short", "int", "long", "float", "double");

    /**
     * A class of the host.
     *
     * @param name internal name
     * @param runsInitializer whether it has a class initialiser that runs in the image
     * @param superName internal name of the superclass; null for Object
     * @param interfaces internal names of the direct superinterfaces
     * @param size bytes of an instance, header included
     * @param fields name and descriptor of instance fields to their offsets
     * @param statics name and descriptor of the static fields that have their value
     * @param slots selectors of the vtable slots that the class adds to its superclass's
     * @param methods selectors of the methods that there is code of, with their linker symbols
     */
    public record HeldClass(
            String name,
            boolean runsInitializer,
            String superName,
            List<String> interfaces,
            int size,
            Map<String, Integer> fields,
            Set<String> statics,
            List<String> slots,
            Map<String, String> methods) {}

    private final String target;
    private final String jdk;
    final Map<String, HeldClass> classes = new LinkedHashMap<>();
    final Set<String> closed = new LinkedHashSet<>();
    final Set<String> arrays = new LinkedHashSet<>();
    final Set<String> selectors = new LinkedHashSet<>();
    final Set<String> objects = new LinkedHashSet<>();
    private final Set<String> verified = new HashSet<>();

    /** An interface without classes: {@code target} is the image's target, {@code jdk} the version of its library. */
    public HostInterface(String target, String jdk) {
        this.target = target;
        this.jdk = jdk;
    }

    /** Command-line name of the host's target. */
    public String target() {
        return target;
    }

    /** Version of the JDK whose library is in the host. */
    public String jdk() {
        return jdk;
    }

    /** Adds a class. */
    public void add(HeldClass held) {
        classes.put(held.name(), held);
    }

    /** Adds a class that plug-ins may not use. */
    public void addClosed(String name) {
        closed.add(name);
    }

    /** Adds the descriptor of an array class. */
    public void addArray(String descriptor) {
        arrays.add(descriptor);
    }

    /** Adds a selector that interface tables know. */
    public void addSelector(String selector) {
        selectors.add(selector);
    }

    /** Adds the symbol of an object in the image. */
    public void addObject(String symbol) {
        objects.add(symbol);
    }

    /** The classes of the host. */
    public List<HeldClass> classes() {
        return List.copyOf(classes.values());
    }

    /** Whether the host has a class. */
    public boolean holds(ClassInfo info) {
        return classes.containsKey(info.name());
    }

    /** Whether the host has a class that plug-ins may not use. */
    public boolean isClosed(ClassInfo info) {
        return closed.contains(info.name());
    }

    /** Whether the host has the class of an array type. */
    public boolean holdsArray(String descriptor) {
        return arrays.contains(descriptor);
    }

    /** Descriptors of the host's array classes. */
    public Set<String> arrays() {
        return arrays;
    }

    /** Whether the host has the code of a method. */
    public boolean has(MethodInfo method) {
        HeldClass held = classes.get(method.owner().name());
        return held != null && held.methods().containsKey(method.selector());
    }

    /** Whether the host has a static field with its value. */
    public boolean has(FieldInfo field) {
        HeldClass held = classes.get(field.owner().name());
        return held != null && held.statics().contains(key(field));
    }

    /** Whether the host has an object in its data. */
    public boolean hasObject(String symbol) {
        return objects.contains(symbol);
    }

    /** Whether the class initialiser of a class of the host runs at run time. */
    public boolean runsInitializer(ClassInfo info) {
        HeldClass held = classes.get(info.name());
        return held != null && held.runsInitializer();
    }

    /** Selectors of the vtable slots that a class of the host adds. */
    public List<String> slots(ClassInfo info) {
        return classes.get(info.name()).slots();
    }

    /** Selectors that the interface tables of the host's classes know. */
    public Set<String> selectors() {
        return selectors;
    }

    /** How a field is called here. */
    public static String key(FieldInfo field) {
        return field.name() + ":" + field.descriptor();
    }

    /** Throws a {@link CompileException} if a class is not the one that the host was compiled with. */
    public void verify(ClassInfo info) {
        HeldClass held = classes.get(info.name());
        if (held == null || !verified.add(info.name())) {
            return;
        }
        String superName = info.superClass() == null ? null : info.superClass().name();
        List<String> interfaces = info.interfaces().stream().map(ClassInfo::name).toList();
        boolean isSame = Objects.equals(held.superName(), superName)
                && held.interfaces().equals(interfaces)
                && held.size() == info.instanceSize()
                && held.fields().equals(layout(info));
        for (String selector : held.methods().keySet()) {
            isSame &= info.declared(selector) != null;
        }
        for (String selector : held.slots()) {
            isSame &= info.declared(selector) != null;
        }
        if (!isSame) {
            throw new CompileException("the class " + info + " is not the one that the host was compiled with: "
                    + "compile the host again, or use its class files");
        }
    }

    /** Name and descriptor of the instance fields that a class declares, with their offsets. */
    public static Map<String, Integer> layout(ClassInfo info) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        for (FieldInfo field : info.fields()) {
            if (!field.isStatic()) {
                fields.put(key(field), field.offset());
            }
        }
        return fields;
    }

    /** The symbols that plug-ins can be linked to. They know them by their index in this list. */
    public List<String> exports() {
        List<String> symbols = new ArrayList<>();
        for (HeldClass held : classes.values()) {
            String name = held.name().replace('/', '.');
            symbols.add("class:" + name);
            held.statics().forEach(key -> symbols.add(name + "." + key.substring(0, key.indexOf(':'))));
            symbols.addAll(held.methods().values());
        }
        PRIMITIVES.forEach(keyword -> symbols.add("class:" + keyword));
        arrays.forEach(descriptor -> symbols.add("class:" + descriptor.replace('/', '.')));
        symbols.addAll(objects);
        return symbols;
    }

    /** SHA-256 of the interface's text: what a plug-in was compiled against must be what loads it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(InterfaceFile.body(this).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash in hexadecimal. */
    public String hashText() {
        return HexFormat.of().formatHex(hash());
    }
}
