package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Target;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.MethodInfo;
import org.objectweb.asm.Type;

/** What the emitters of one method share, and the operations all of them need. */
final class MethodContext {
    final ModuleBuilder module;
    final ClassPool pool;
    final FunctionBuilder code;
    final OperandState state;
    final RuntimeMethods runtime;
    final MethodInfo method;
    private boolean ranInitializer;

    MethodContext(ModuleBuilder module, FunctionBuilder code, OperandState state, RuntimeMethods runtime, MethodInfo method) {
        this.module = module;
        this.pool = module.pool;
        this.code = code;
        this.state = state;
        this.runtime = runtime;
        this.method = method;
    }

    /** Throws NullPointerException if the reference is null. */
    void nullCheck(Value value) {
        if (value.kind == Value.Kind.WORD || state.isNonNull(value.operand)) {
            return;
        }
        String isNull = code.value("icmp eq ptr " + value.operand + ", null");
        String ok = code.block();
        String throwing = code.throwingBlock(runtime.get("Throw.nullPointer"), "");
        code.branchUnlikely(isNull, throwing, ok);
        code.begin(ok);
        state.markNonNull(value.operand);
    }

    /** Address of a byte offset from an object. */
    String at(String base, long offset) {
        return code.value("getelementptr i8, ptr " + base + ", i64 " + offset);
    }

    /** The class structure of a non-null object. */
    String classOf(String object) {
        String pointer = code.value("load i32, ptr " + object + ", align 8, !invariant.load !" + module.debug.node("!{}"));
        return decodeClassPointer(pointer);
    }

    /** The class structure that a 32-bit class pointer denotes. */
    String decodeClassPointer(String pointer) {
        Target.ClassPointer form = module.target.classPointer();
        String extension = form == Target.ClassPointer.SIGN_EXTENDED ? "sext" : "zext";
        String wide = code.value(extension + " i32 " + pointer + " to i64");
        if (form == Target.ClassPointer.IMAGE_RELATIVE) {
            return code.value("getelementptr i8, ptr " + module.external(Symbols.IMAGE_START) + ", i64 " + wide);
        }
        return code.value("inttoptr i64 " + wide + " to ptr");
    }

    /** Byte offset of a field of {@code java.lang.Class}. */
    int classField(String name) {
        return module.layout().offset(name);
    }

    /** Reads memory as a value of a Java type. */
    Value loadMemory(String address, Type type, String ordering) {
        return loadMemory(address, type, ordering, "");
    }

    /** Reads memory as a value of a Java type, given {@link ModuleBuilder#aliasClass}. */
    Value loadMemory(String address, Type type, String ordering, String alias) {
        String storage = Ir.storageType(pool, type);
        String text = ordering.isEmpty()
                ? "load " + storage + ", ptr " + address + ", align " + size(storage)
                : "load atomic " + storage + ", ptr " + address + " " + ordering + ", align " + size(storage);
        return state.typed(type, widen(code.value(text + alias), type));
    }

    /** Turns what is in memory into what is on the operand stack. */
    String widen(String loaded, Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> code.value("zext i8 " + loaded + " to i32");
            case Type.BYTE -> code.value("sext i8 " + loaded + " to i32");
            case Type.SHORT -> code.value("sext i16 " + loaded + " to i32");
            case Type.CHAR -> code.value("zext i16 " + loaded + " to i32");
            default -> loaded;
        };
    }

    /** Writes a value to memory that holds a Java type. */
    void storeMemory(String address, Type type, String operand, String ordering) {
        storeMemory(address, type, operand, ordering, "");
    }

    /** Writes a value to memory that holds a Java type, given {@link ModuleBuilder#aliasClass}. */
    void storeMemory(String address, Type type, String operand, String ordering, String alias) {
        String storage = Ir.storageType(pool, type);
        String narrow = narrow(operand, type);
        code.emit("store " + (ordering.isEmpty() ? "" : "atomic ") + storage + " " + narrow + ", ptr " + address
                + (ordering.isEmpty() ? "" : " " + ordering) + ", align " + size(storage) + alias);
    }

    /** Turns what is on the operand stack into what goes to memory. */
    String narrow(String operand, Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> code.value("trunc i32 " + code.value("and i32 " + operand + ", 1") + " to i8");
            case Type.BYTE -> code.value("trunc i32 " + operand + " to i8");
            case Type.SHORT, Type.CHAR -> code.value("trunc i32 " + operand + " to i16");
            default -> operand;
        };
    }

    static int size(String storage) {
        return switch (storage) {
            case "i8" -> 1;
            case "i16" -> 2;
            case "i32", "float" -> 4;
            default -> 8;
        };
    }

    /** Checks that a value may go where a type is expected, and answers it as a typed LLVM operand. */
    String expect(Value value, Type type) {
        checkWord(value, type);
        return value.typed();
    }

    /** The escape check of word types. */
    void checkWord(Value value, Type type) {
        boolean reference = type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
        if (!reference) {
            return;
        }
        boolean wordExpected = type.getSort() == Type.OBJECT && pool.isWord(type.getInternalName());
        if (value.isWord() && !wordExpected) {
            throw new CompileException("the word type " + binaryName(value.className) + " cannot become " + type.getClassName());
        }
        if (wordExpected && !(value.isWord() && value.className.equals(type.getInternalName()))) {
            String what = value.kind == Value.Kind.NULL ? "null" : value.className == null ? "a reference" : binaryName(value.className);
            throw new CompileException(what + " cannot become the word type " + type.getClassName());
        }
    }

    static String binaryName(String internalName) {
        return internalName.replace('/', '.');
    }

    /** Emits a throw of UnsupportedOperationException; what follows is still emitted, but never runs. */
    void refuse(String what) {
        code.call(runtime.get("Throw.unsupported"), "ptr " + module.constants.loaded(code, what));
    }

    /** A value of a type that stands where code never gets to. */
    Value unreachableValue(Type type) {
        String zero = switch (Ir.valueType(pool, type)) {
            case "ptr" -> "null";
            case "float", "double" -> "0.0";
            default -> "0";
        };
        return state.typed(type, zero);
    }

    /** The class with a name, or null if the image does without it. */
    ClassInfo present(String name) {
        return module.cuts.isAbsent(name) ? null : pool.find(name);
    }

    /** Runs the class initialiser of a class if that may still be to do. */
    void initialize(ClassInfo info) {
        if (!module.world.staticData().needsInitializer(info) || method.owner().isSubtypeOf(info) && !info.isInterface()) {
            return;
        }
        String structure = module.classStructure(info);
        String state0 = code.value("load atomic i32, ptr " + at(structure, classField("initState")) + " acquire, align 4");
        String done = code.value("icmp eq i32 " + state0 + ", " + ClassLayout.INITIALIZED);
        String slow = code.block();
        String next = code.block();
        code.branchLikely(done, next, slow);
        code.begin(slow);
        code.call(runtime.get("ClassInit.initialize"), "ptr " + structure);
        code.branch(next);
        code.begin(next);
        ranInitializer = true;
    }

    /** Whether {@link #initialize} has emitted a call since it was asked last. */
    boolean takeRanInitializer() {
        boolean was = ranInitializer;
        ranInitializer = false;
        return was;
    }
}
