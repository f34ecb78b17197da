package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.AssemblyText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the module of one class: its structure, its static fields and its reachable methods. */
final class ClassEmitter {
    private static final int KIND_CLASS = 0;
    private static final int KIND_INTERFACE = 1;
    private static final int KIND_ARRAY = 2;
    private static final int KIND_PRIMITIVE = 3;
    private static final int ARRAY_MODIFIERS = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT;

    private final ModuleBuilder module;
    private final RuntimeMethods runtime;
    private final EntryPoint main;
    private final ObjectEmitter objects;

    ClassEmitter(ModuleBuilder module, RuntimeMethods runtime, EntryPoint main) {
        this.module = module;
        this.runtime = runtime;
        this.main = main;
        this.objects = new ObjectEmitter(module);
    }

    /** Writes everything of a class. */
    void emit(ClassInfo info) {
        boolean isHeld = module.world.host().holds(info);
        if (!info.isWord() && !isHeld) {
            module.debug.types().define(info);
        }
        for (MethodInfo method : info.methods()) {
            if (module.world.contains(method) && !module.world.host().has(method)) {
                emitMethod(method);
            }
        }
        if (!info.isWord() && !isHeld) {
            structure(info);
        }
        for (FieldInfo field : info.fields()) {
            if (field.isStatic() && (!isHeld || isCopied(field))) {
                staticField(field);
            }
        }
        objects.emit(info);
        for (ModuleBuilder.InlineCopy copy = module.nextCopy(); copy != null; copy = module.nextCopy()) {
            if (module.define(copy.method().symbol())) {
                module.addFunction(new MethodEmitter(module, copy.method(), runtime, main).emit("available_externally hidden "));
            }
        }
    }

    /** Whether a plug-in has a static field of the host again, which there has not kept its value. */
    private boolean isCopied(FieldInfo field) {
        return !module.world.host().has(field) && module.world.staticData().isRead(field);
    }

    private void emitMethod(MethodInfo method) {
        Map<String, Object> asm = method.annotation("Asm");
        String refusal = module.cuts.refusal(method);
        if (asm != null) {
            if (Boolean.TRUE.equals(asm.get("naked"))) {
                nakedAssembly(method, asm);
            }
        } else if (method.annotation("Symbol") != null || method.annotation("CallPointer") != null) {
            return;
        } else if (refusal != null) {
            refusing(method, refusal);
        } else if (method.isNative()) {
            if (method.annotation("Intrinsic") == null) {
                refusing(method, "native method " + method.owner().binaryName() + "." + method.name());
            }
        } else if (method.annotation("Intrinsic") == null) {
            module.define(method.symbol());
            module.addFunction(new MethodEmitter(module, method, runtime, main).emit(""));
        }
    }

    /** A method that the image does without throws when it is called. */
    private void refusing(MethodInfo method, String what) {
        module.define(method.symbol());
        FunctionBuilder code = new FunctionBuilder(module, module.debug.subprogram(method, 0), 0);
        code.callNoReturn(runtime.get("Throw.unsupported"), "ptr " + module.constants.loaded(code, what));
        module.addFunction(code.definition("hidden ", module.signature(method), "#0"));
    }

    private void nakedAssembly(MethodInfo method, Map<String, Object> asm) {
        String symbol = '"' + method.symbol() + '"';
        String section = (String) asm.getOrDefault("section", ".text");
        module.assembly(".section " + section + (section.equals(".text") ? "" : ",\"ax\",@progbits"));
        module.assembly(".p2align 4");
        module.assembly(".globl " + symbol);
        module.assembly(".type " + symbol + ",@function");
        module.assembly(symbol + ":");
        module.assembly(".cfi_startproc");
        for (Object line : (List<?>) asm.get("value")) {
            module.assembly(AssemblyText.resolve(module.pool, (String) line, method));
        }
        module.assembly(".cfi_endproc");
        module.assembly(".size " + symbol + ", .-" + symbol);
    }

    private void staticField(FieldInfo field) {
        Type type = Type.getType(field.descriptor());
        String storage = Ir.storageType(module.pool, type);
        Object constant = field.constantValue();
        String value;
        if (constant instanceof String text) {
            value = module.constants.string(text);
        } else if (constant instanceof Float f) {
            value = Ir.constant(f.floatValue());
        } else if (constant instanceof Double d) {
            value = Ir.constant(d.doubleValue());
        } else if (constant != null) {
            value = constant.toString();
        } else {
            value = objects.operand(type, module.world.staticData().value(field));
        }
        module.define(field.symbol());
        String section = module.pool.isReference(type) ? ", section \"jrefs\"" : "";
        module.global(Ir.global(field.symbol()) + " = hidden global " + storage + " " + value + section + ", align "
                + module.pool.fieldSize(field.descriptor()) + ", !dbg !" + module.debug.staticField(field));
    }

    private void structure(ClassInfo info) {
        boolean needsInitializer = module.world.staticData().needsInitializer(info);
        String own = info.isEnum() ? enumValues(info) : "null";
        ClassStructure structure = new ClassStructure(module)
                .reference("name", module.constants.string(info.binaryName()))
                .reference("simpleName", module.constants.string(info.simpleName()))
                .reference("superClass", info.superClass() == null || info.isInterface()
                        ? "null"
                        : module.classStructure(info.superClass()))
                .reference("arrayClass", arrayClass("L" + info.name() + ";"))
                .number("instanceSize", info.isInterface() ? 0 : info.instanceSize())
                .number("kind", info.isInterface() ? KIND_INTERFACE : KIND_CLASS)
                .number("modifiers", info.modifiers())
                .number("depth", info.depth())
                .number("initState", needsInitializer ? 0 : ClassLayout.INITIALIZED)
                .number("interfaceHash", interfaceHash(info))
                .address("initializer", module.world.staticData().runsInImage(info)
                        ? module.function(info.classInitializer())
                        : "null")
                .address("enumValues", own)
                .address("referenceMap", referenceMap(info))
                .address("initInterfaces", initInterfaces(info));
        for (ClassInfo c = info; c != null && !info.isInterface(); c = c.superClass()) {
            if (c.depth() < ClassLayout.DISPLAY_SIZE) {
                structure.display(c.depth(), module.classStructure(c));
            }
        }
        interfaceSet(structure, info.binaryName(), info.allInterfaces());
        if (module.world.isInstantiated(info)) {
            structure.address("interfaceTable", InterfaceTables.define(module, info, runtime));
            vtable(structure, info);
        }
        structure.define(Symbols.classStructure(info.name()));
    }

    private String enumValues(ClassInfo info) {
        MethodInfo values = info.declared("values()[L" + info.name() + ";");
        return values != null && module.world.contains(values) ? module.function(values) : "null";
    }

    private String arrayClass(String element) {
        return module.world.arrays().contains("[" + element) ? module.classStructure("[" + element) : "null";
    }

    private void vtable(ClassStructure structure, ClassInfo info) {
        List<MethodInfo> slots = module.world.vtable(info);
        for (int i = 0; i < slots.size(); i++) {
            MethodInfo selected = info.select(slots.get(i).selector());
            boolean runs = selected != null && !selected.isAbstract() && module.world.contains(selected);
            structure.slot(i, module.function(runs ? selected : runtime.get("Throw.abstractMethod")));
        }
    }

    private String referenceMap(ClassInfo info) {
        if (info.isInterface()) {
            return "null";
        }
        List<String> offsets = new ArrayList<>();
        for (FieldInfo field : info.referenceFields()) {
            offsets.add("i16 " + field.offset());
        }
        return data("references:" + info.binaryName(), "i16", offsets.size(), offsets);
    }

    /** Superinterfaces to initialise with a class, superinterfaces' superinterfaces first (JVMS 5.5). */
    private String initInterfaces(ClassInfo info) {
        Set<ClassInfo> all = new LinkedHashSet<>();
        if (!info.isInterface()) {
            info.interfaces().forEach(i -> addInitialized(i, all));
        }
        if (all.isEmpty()) {
            return "null";
        }
        List<String> pointers = new ArrayList<>();
        all.forEach(i -> pointers.add("i32 " + module.constants.classPointer(module.classStructure(i))));
        return data("initializes:" + info.binaryName(), "i32", pointers.size(), pointers);
    }

    private void addInitialized(ClassInfo info, Set<ClassInfo> all) {
        info.interfaces().forEach(i -> addInitialized(i, all));
        if (info.hasDefaults() && module.world.staticData().runsInImage(info)) {
            all.add(info);
        }
    }

    private String data(String symbol, String type, int count, List<String> elements) {
        List<String> all = new ArrayList<>();
        all.add(type + " " + count);
        all.addAll(elements);
        module.define(symbol);
        module.global(Ir.global(symbol) + " = hidden constant [" + all.size() + " x " + type + "] ["
                + String.join(", ", all) + "], align 4");
        return Ir.global(symbol);
    }

    private static int interfaceHash(ClassInfo info) {
        return InterfaceTables.hash(info.name()) >>> 1;
    }

    /** The set of superinterfaces as an open-addressing table with linear probing, at most half full. */
    private void interfaceSet(ClassStructure structure, String name, Collection<ClassInfo> interfaces) {
        List<ClassInfo> members = interfaces.stream().filter(module.world.classes()::contains).toList();
        if (members.isEmpty()) {
            return;
        }
        int size = Integer.highestOneBit(members.size()) * 4;
        ClassInfo[] table = new ClassInfo[size];
        for (ClassInfo member : members) {
            int at = interfaceHash(member) & size - 1;
            while (table[at] != null) {
                at = at + 1 & size - 1;
            }
            table[at] = member;
        }
        StringBuilder text = new StringBuilder();
        for (ClassInfo member : table) {
            String pointer = member == null ? "0" : module.constants.classPointer(module.classStructure(member));
            text.append(text.length() == 0 ? "" : ", ").append("i32 ").append(pointer);
        }
        String symbol = "supers:" + name;
        module.define(symbol);
        module.global(Ir.global(symbol) + " = hidden constant [" + size + " x i32] [" + text + "], align 4");
        structure.address("interfaceSet", Ir.global(symbol)).number("interfaceMask", size - 1);
    }

    /** Writes the structures of all array classes and primitive types of the image. */
    void emitArraysAndPrimitives() {
        List<ClassInfo> arrayInterfaces = List.of(
                module.pool.get("java/lang/Cloneable"), module.pool.get("java/io/Serializable"));
        ClassInfo object = module.pool.get("java/lang/Object");
        for (String descriptor : module.world.arrays()) {
            if (module.world.host().holdsArray(descriptor)) {
                continue;
            }
            module.debug.types().defineArray(Type.getType(descriptor));
            String element = descriptor.substring(1);
            ClassStructure structure = new ClassStructure(module)
                    .reference("name", module.constants.string(Type.getType(descriptor).getInternalName().replace('/', '.')))
                    .reference("simpleName", module.constants.string(simpleName(Type.getType(element)) + "[]"))
                    .reference("superClass", module.classStructure(object))
                    .reference("componentType", elementStructure(element))
                    .reference("arrayClass", arrayClass(descriptor))
                    .number("elementShift", Integer.numberOfTrailingZeros(module.pool.fieldSize(element)))
                    .number("kind", KIND_ARRAY)
                    .number("modifiers", ARRAY_MODIFIERS)
                    .number("depth", 1)
                    .number("initState", ClassLayout.INITIALIZED)
                    .display(0, module.classStructure(object))
                    .display(1, module.classStructure(descriptor));
            interfaceSet(structure, descriptor, arrayInterfaces);
            vtable(structure, object);
            structure.define(Symbols.classStructure(descriptor));
        }
        if (!module.world.isPlugin()) {
            emitPrimitives();
        }
    }

    private void emitPrimitives() {
        for (Type type : List.of(Type.VOID_TYPE, Type.BOOLEAN_TYPE, Type.BYTE_TYPE, Type.CHAR_TYPE, Type.SHORT_TYPE,
                Type.INT_TYPE, Type.LONG_TYPE, Type.FLOAT_TYPE, Type.DOUBLE_TYPE)) {
            String name = module.constants.string(type.getClassName());
            new ClassStructure(module)
                    .reference("name", name)
                    .reference("simpleName", name)
                    .reference("arrayClass", arrayClass(type.getDescriptor()))
                    .number("kind", KIND_PRIMITIVE)
                    .number("modifiers", ARRAY_MODIFIERS)
                    .number("initState", ClassLayout.INITIALIZED)
                    .define(Symbols.classStructure(type.getClassName()));
        }
    }

    private String elementStructure(String element) {
        Type type = Type.getType(element);
        return switch (type.getSort()) {
            case Type.ARRAY -> module.classStructure(element);
            case Type.OBJECT -> module.cuts.isAbsent(type.getInternalName()) || module.pool.find(type.getInternalName()) == null
                    ? module.classStructure("java/lang/Object")
                    : module.classStructure(type.getInternalName());
            default -> module.classStructure(type.getClassName());
        };
    }

    private String simpleName(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> simpleName(Type.getType(type.getDescriptor().substring(1))) + "[]";
            case Type.OBJECT -> module.pool.find(type.getInternalName()) == null
                    ? type.getClassName()
                    : module.pool.get(type.getInternalName()).simpleName();
            default -> type.getClassName();
        };
    }
}
