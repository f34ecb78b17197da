package blogos.aot.compiler.reach;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.initialize.ArrayObject;
import blogos.aot.compiler.initialize.ClassObject;
import blogos.aot.compiler.initialize.Evaluation;
import blogos.aot.compiler.initialize.HeapObject;
import blogos.aot.compiler.initialize.Initializers;
import blogos.aot.compiler.initialize.Instance;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Rapid type analysis: from the roots, follows calls; a virtual call reaches the overrides in those classes of which an instance may have been made. Stops at what {@link Cuts} leaves out.
 */
public final class Reachability {
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final ClassPool pool;
    private final Cuts cuts;
    private final Initializers initializers;
    private final LibraryUse libraryUse;
    private final World world = new World();
    private final Deque<MethodInfo> work = new ArrayDeque<>();
    private final Map<ClassInfo, Set<String>> calledOn = new HashMap<>();
    private final Set<ClassInfo> initialized = new LinkedHashSet<>();
    private OpenRoots openRoots;
    private OpenWorld open = OpenWorld.CLOSED;
    private HostInterface host = HostInterface.NONE;
    private MethodInfo current;

    /** An analysis over a pool. */
    public Reachability(ClassPool pool, Cuts cuts, Initializers initializers) {
        this.pool = pool;
        this.cuts = cuts;
        this.libraryUse = new LibraryUse(cuts);
        this.initializers = initializers;
    }

    /** Adds a method that runs though nothing visible calls it. */
    public void root(MethodInfo method) {
        reach(method);
        initialize(method.owner());
    }

    /** Adds a class of which the runtime makes instances. */
    public void instantiate(String name) {
        ClassInfo info = pool.get(name);
        instantiate(info);
        initialize(info);
    }

    /** Opens packages: code that is loaded later may use, extend and implement what is public or protected there. */
    public void open(Set<String> packages) {
        open = OpenWorld.of(packages);
        world.open(open);
        openRoots = new OpenRoots(this, open);
        openRoots.expose();
    }

    /** Analyses a plug-in: what its host has is there, and the host calls what overrides or implements its methods. */
    public void against(HostInterface interfaceOfHost) {
        host = interfaceOfHost;
        world.against(host);
        world.open(OpenWorld.ofHost(host));
        HostRoots.add(this, host);
    }

    /** Other plug-ins may call a method of the host, which has no place in the host's tables, on objects of this one. */
    private void reachOverrides(ClassInfo info) {
        for (MethodInfo method : PluginOverrides.of(world, info).values()) {
            reach(method);
        }
    }

    ClassPool pool() {
        return pool;
    }

    Cuts cuts() {
        return cuts;
    }

    World world() {
        return world;
    }

    /** Runs to the end. */
    public World run() {
        do {
            scanAll();
            if (openRoots != null) {
                openRoots.complete();
            }
        } while (!work.isEmpty());
        return world;
    }

    private void scanAll() {
        while (!work.isEmpty()) {
            current = work.poll();
            try {
                scan(current);
            } catch (CompileException e) {
                throw new CompileException(e.getMessage() + "\n" + path(current), e);
            }
        }
    }

    /** How a method is reached, one line a step. */
    private String path(MethodInfo method) {
        StringBuilder text = new StringBuilder();
        String word = "  in ";
        for (MethodInfo m = method; m != null; m = world.reachedFrom(m)) {
            text.append(word).append(m).append('\n');
            word = "  called from ";
        }
        return text.toString().stripTrailing();
    }

    void reach(MethodInfo method) {
        if (world.methods.add(method)) {
            world.reachedFrom.put(method, current);
            use(method.owner());
            if (!host.has(method)) {
                requireLibrary(method);
                work.add(method);
            }
        }
    }

    /** What the host does not have of its own classes, a plug-in may not use; of the library it gets a copy. */
    private void requireLibrary(MethodInfo method) {
        if (host.holds(method.owner()) && !OpenWorld.isLibrary(method.owner())) {
            throw new CompileException("the host does not export " + method);
        }
    }

    void use(ClassInfo info) {
        if (world.classes.add(info)) {
            if (host.isClosed(info)) {
                throw new CompileException("the class " + info + " belongs to the host, which does not export it");
            }
            if (info.superClass() != null) {
                use(info.superClass());
            }
            info.interfaces().forEach(this::use);
        }
    }

    private void useType(Type type) {
        if (type.getSort() == Type.ARRAY) {
            array(type.getDescriptor());
        } else if (type.getSort() == Type.OBJECT && !cuts.isAbsent(type.getInternalName())) {
            ClassInfo info = pool.find(type.getInternalName());
            if (info != null && !info.isWord()) {
                use(info);
            }
        }
    }

    void array(String descriptor) {
        if (world.arrays.add(descriptor)) {
            instantiate(pool.get("java/lang/Object"));
            useType(Type.getType(descriptor.substring(1)));
        }
    }

    void instantiate(ClassInfo info) {
        if (!world.instantiated.add(info)) {
            return;
        }
        use(info);
        for (ClassInfo c = info; c != null; c = c.superClass()) {
            addSubtype(c, info);
        }
        for (ClassInfo i : info.allInterfaces()) {
            addSubtype(i, info);
        }
        if (world.isPlugin() && !host.holds(info)) {
            reachOverrides(info);
        }
    }

    private void addSubtype(ClassInfo superType, ClassInfo info) {
        world.instantiatedSubtypes.computeIfAbsent(superType, key -> new ArrayList<>()).add(info);
        for (String selector : List.copyOf(calledOn.getOrDefault(superType, Set.of()))) {
            select(info, selector);
        }
    }

    private void select(ClassInfo receiver, String selector) {
        MethodInfo method = receiver.select(selector);
        if (method != null && !method.isAbstract()) {
            reach(method);
        }
    }

    /** Adds a class that is initialised. */
    public void initialize(ClassInfo info) {
        if (!initialized.add(info)) {
            return;
        }
        use(info);
        if (host.holds(info)) {
            if (host.runsInitializer(info)) {
                world.staticData.leave(info, "runs in the host");
            }
            return;
        }
        if (info.superClass() != null) {
            initialize(info.superClass());
        }
        if (!info.isInterface()) {
            info.allInterfaces().stream().filter(ClassInfo::hasDefaults).forEach(this::initialize);
        }
        runInitializer(info);
        if (info.isEnum()) {
            MethodInfo values = info.declared("values()[L" + info.name() + ";");
            if (values != null) {
                reach(values);
            }
        }
    }

    private void runInitializer(ClassInfo info) {
        MethodInfo initializer = info.classInitializer();
        if (initializer == null || cuts.skipsInitializer(info.name())) {
            return;
        }
        Evaluation evaluation = initializers.evaluationOf(info);
        if (evaluation == null && info.isWord()) {
            throw new CompileException("the initialiser of word type " + info.binaryName()
                    + " cannot run at compile time, and words have none at run time: " + initializers.reason(info));
        }
        if (evaluation == null) {
            reach(initializer);
            world.staticData.leave(info, initializers.reason(info));
        } else {
            world.staticData.add(info, evaluation);
        }
    }

    /** Adds the classes of the objects that a static field holds from the start. */
    void read(FieldInfo field) {
        if (!host.has(field) && world.staticData.addRead(field)) {
            if (host.holds(field.owner())) {
                copyFromHost(field);
            }
            Deque<HeapObject> values = new ArrayDeque<>();
            addIfObject(world.staticData.value(field), values);
            while (!values.isEmpty()) {
                scanObject(values.poll(), values);
            }
        }
    }

    /** The host has a class, but not the value of this field, which it does not need: the plug-in has it again. */
    private void copyFromHost(FieldInfo field) {
        Evaluation evaluation = initializers.evaluationOf(field.owner());
        if (evaluation != null) {
            world.staticData.add(field.owner(), evaluation);
        }
    }

    private void scanObject(HeapObject object, Deque<HeapObject> values) {
        if (object.literal() != null) {
            scanConstant(object.literal());
        } else if (object instanceof ClassObject literal) {
            if (!literal.isPrimitive()) {
                scanConstant(Type.getObjectType(literal.name()));
            }
        } else if (!host.hasObject(object.symbol()) && world.staticData.add(object)) {
            initialize(object.maker());
            if (object instanceof Instance instance) {
                instantiate(instance.info());
                initialize(instance.info());
                instance.fields().values().forEach(value -> addIfObject(value, values));
            } else if (object instanceof ArrayObject array) {
                array(array.descriptor());
                for (int i = 0; array.holdsReferences() && i < array.length(); i++) {
                    addIfObject(array.get(i), values);
                }
            }
        }
    }

    private static void addIfObject(Object value, Deque<HeapObject> values) {
        if (value instanceof HeapObject object) {
            values.add(object);
        }
    }

    private void scan(MethodInfo method) {
        if (cuts.refusal(method) != null || method.isAbstract() || method.isNative()) {
            scanAssembly(method);
            return;
        }
        if (method.annotation("Intrinsic") != null) {
            return;
        }
        for (AbstractInsnNode insn : method.code().instructions) {
            try {
                scan(method, insn);
            } catch (CompileException e) {
                throw new CompileException(method.locationOf(insn) + ": " + e.getMessage(), e);
            }
        }
        for (TryCatchBlockNode block : method.code().tryCatchBlocks) {
            if (block.type != null) {
                useType(Type.getObjectType(block.type));
            }
        }
    }

    /** Java methods that naked assembly names become reachable. */
    private void scanAssembly(MethodInfo method) {
        Map<String, Object> asm = method.annotation("Asm");
        if (asm == null || !Boolean.TRUE.equals(asm.get("naked"))) {
            return;
        }
        for (Object line : (List<?>) asm.get("value")) {
            for (String name : AssemblyText.methodNames((String) line)) {
                MethodInfo target = AssemblyText.find(pool, name, method);
                root(target);
                world.calls.computeIfAbsent(method, key -> new LinkedHashSet<>())
                        .add(new Call(target.owner(), target, false));
            }
        }
    }

    private void scan(MethodInfo method, AbstractInsnNode insn) {
        switch (insn.getOpcode()) {
            case Opcodes.NEW -> scanNew(method, ((TypeInsnNode) insn).desc);
            case Opcodes.ANEWARRAY -> array(arrayOf(((TypeInsnNode) insn).desc));
            case Opcodes.NEWARRAY -> array(PRIMITIVE_ARRAYS[((IntInsnNode) insn).operand - Opcodes.T_BOOLEAN]);
            case Opcodes.MULTIANEWARRAY -> scanMultiArray((MultiANewArrayInsnNode) insn);
            case Opcodes.CHECKCAST, Opcodes.INSTANCEOF -> useType(Type.getObjectType(((TypeInsnNode) insn).desc));
            case Opcodes.LDC -> scanConstant(((LdcInsnNode) insn).cst);
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> scanStatic(method, (FieldInsnNode) insn);
            case Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL, Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE ->
                    scanCall(method, (MethodInsnNode) insn);
            default -> { }
        }
    }

    static String arrayOf(String element) {
        return element.startsWith("[") ? "[" + element : "[L" + element + ";";
    }

    private void scanNew(MethodInfo method, String name) {
        if (cuts.isAbsent(name)) {
            libraryUse.checkAbsent(method, name, "<init>");
            return;
        }
        ClassInfo info = pool.get(name);
        if (!info.isWord()) {
            instantiate(info);
            initialize(info);
        }
    }

    private void scanMultiArray(MultiANewArrayInsnNode insn) {
        String descriptor = insn.desc;
        for (int i = 0; i < insn.dims; i++) {
            array(descriptor);
            descriptor = descriptor.substring(1);
        }
    }

    private void scanConstant(Object constant) {
        if (constant instanceof String) {
            instantiate(pool.get("java/lang/String"));
            array("[B");
        } else if (constant instanceof Type type) {
            if (type.getSort() == Type.METHOD) {
                throw new CompileException("method type constants are not supported");
            }
            useType(type);
            rootEnum(type);
            if (type.getSort() != Type.OBJECT || !cuts.isAbsent(type.getInternalName())) {
                array("[" + type.getDescriptor());
            }
        } else if (!(constant instanceof Number)) {
            throw new CompileException("constants of kind " + constant.getClass().getSimpleName() + " are not supported");
        }
    }

    /** The constants of an enum that is named by a literal may be asked for. */
    private void rootEnum(Type type) {
        if (type.getSort() == Type.OBJECT && !cuts.isAbsent(type.getInternalName())) {
            ClassInfo info = pool.find(type.getInternalName());
            if (info != null && info.isEnum()) {
                initialize(info);
            }
        }
    }

    private void scanStatic(MethodInfo method, FieldInsnNode insn) {
        if (cuts.isAbsent(insn.owner)) {
            libraryUse.checkAbsent(method, insn.owner, insn.name);
            return;
        }
        FieldInfo field = pool.get(insn.owner).resolveField(insn.name, insn.desc);
        if (field == null) {
            throw new CompileException("no field " + insn.owner.replace('/', '.') + "." + insn.name);
        }
        initialize(field.owner());
        if (field.constantValue() instanceof String) {
            scanConstant(field.constantValue());
        }
        if (insn.getOpcode() == Opcodes.GETSTATIC) {
            read(field);
        }
    }

    private void scanCall(MethodInfo caller, MethodInsnNode insn) {
        String owner = insn.owner.startsWith("[") ? "java/lang/Object" : insn.owner;
        if (cuts.isAbsent(owner)) {
            libraryUse.checkAbsent(caller, owner, insn.name);
            return;
        }
        libraryUse.checkCall(caller, owner, insn.name);
        if (insn.name.equals("findStaticVarHandle")) {
            readNamed(caller);
        }
        ClassInfo receiver = pool.get(owner);
        MethodInfo method = receiver.resolve(insn.name + insn.desc);
        if (method == null) {
            if (owner.equals("java/lang/invoke/VarHandle")) {
                return;
            }
            if (owner.startsWith("java/")) {
                libraryUse.checkAbsent(caller, owner, insn.name);
            }
            if (receiver.isFromJdk() || !LibraryUse.isOfProgram(caller)) {
                return;
            }
            throw new CompileException("no method " + owner.replace('/', '.') + "." + insn.name + insn.desc + " in this image");
        }
        boolean isVirtual = insn.getOpcode() == Opcodes.INVOKEVIRTUAL || insn.getOpcode() == Opcodes.INVOKEINTERFACE;
        Call call = new Call(receiver, method, isVirtual && method.isVirtual() && !receiver.isWord());
        world.calls.computeIfAbsent(caller, key -> new LinkedHashSet<>()).add(call);
        if (method.isStatic()) {
            initialize(method.owner());
        }
        if (!call.isVirtual()) {
            if (!method.isAbstract()) {
                reach(method);
            }
        } else {
            if (open.isLoading()) {
                // Whoever implements it later must find the class and the place of the method here.
                use(receiver);
                use(method.owner());
            }
            callVirtually(receiver, method.selector());
            if (!method.isAbstract() && world.isLate(call)) {
                reach(method);
            }
        }
    }

    /** A method makes handles of static fields, of classes that it names by literals: the fields may be read. */
    private void readNamed(MethodInfo caller) {
        for (AbstractInsnNode insn : caller.code().instructions) {
            if (insn instanceof LdcInsnNode literal && literal.cst instanceof Type type && type.getSort() == Type.OBJECT
                    && !cuts.isAbsent(type.getInternalName())) {
                ClassInfo info = pool.get(type.getInternalName());
                initialize(info);
                info.fields().stream().filter(FieldInfo::isStatic).forEach(this::read);
            }
        }
    }

    void callVirtually(ClassInfo receiver, String selector) {
        if (calledOn.computeIfAbsent(receiver, key -> new LinkedHashSet<>()).add(selector)) {
            for (ClassInfo info : List.copyOf(world.instantiatedSubtypes.getOrDefault(receiver, List.of()))) {
                select(info, selector);
            }
        }
    }
}
