package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.Optimization;
import blogos.aot.compiler.initialize.ArrayObject;
import blogos.aot.compiler.model.ClassInfo;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** Emits what has to do with arrays. */
final class ArrayEmitter {
    /** Byte offset of an array's length. */
    static final int LENGTH_OFFSET = 8;
    /** Byte offset of the first element. */
    static final int DATA_OFFSET = 16;
    private static final Type OBJECT = Type.getObjectType("java/lang/Object");

    private final MethodContext c;
    private boolean inside;

    ArrayEmitter(MethodContext context) {
        this.c = context;
    }

    /** Says whether the index of the next access is known to be inside the array. */
    void setInside(boolean isInside) {
        inside = isInside;
    }

    /** Emits an array load, store or arraylength; answers whether the instruction was one. */
    boolean emit(int opcode) {
        switch (opcode) {
            case Opcodes.ARRAYLENGTH -> {
                Value array = c.state.pop();
                c.state.push(Value.ofInt(length(array)));
            }
            case Opcodes.IALOAD -> load(Type.INT_TYPE);
            case Opcodes.LALOAD -> load(Type.LONG_TYPE);
            case Opcodes.FALOAD -> load(Type.FLOAT_TYPE);
            case Opcodes.DALOAD -> load(Type.DOUBLE_TYPE);
            case Opcodes.BALOAD -> load(Type.BYTE_TYPE);
            case Opcodes.CALOAD -> load(Type.CHAR_TYPE);
            case Opcodes.SALOAD -> load(Type.SHORT_TYPE);
            case Opcodes.AALOAD -> load(null);
            case Opcodes.IASTORE -> store(Type.INT_TYPE);
            case Opcodes.LASTORE -> store(Type.LONG_TYPE);
            case Opcodes.FASTORE -> store(Type.FLOAT_TYPE);
            case Opcodes.DASTORE -> store(Type.DOUBLE_TYPE);
            case Opcodes.BASTORE -> store(Type.BYTE_TYPE);
            case Opcodes.CASTORE -> store(Type.CHAR_TYPE);
            case Opcodes.SASTORE -> store(Type.SHORT_TYPE);
            case Opcodes.AASTORE -> storeReference();
            default -> {
                return false;
            }
        }
        return true;
    }

    private String length(Value array) {
        if (array.constant instanceof ArrayObject known) {
            return String.valueOf(known.length());
        }
        c.nullCheck(array);
        String range = "!range !" + c.module.debug.node("!{i32 0, i32 -2147483648}");
        String invariant = "!invariant.load !" + c.module.debug.node("!{}");
        return c.code.value("load i32, ptr " + c.at(array.operand, LENGTH_OFFSET) + ", align 8, " + range + ", " + invariant);
    }

    /** Checks null and bounds, and answers the element's address. */
    String element(Value array, Value index, Type type) {
        if (inside) {
            c.nullCheck(array);
        } else {
            checkIndex(array, index);
        }
        return address(array, index, type);
    }

    private void checkIndex(Value array, Value index) {
        String length = length(array);
        String isInside = c.code.value("icmp ult i32 " + index.operand + ", " + length);
        String ok = c.code.block();
        String failing = c.code.throwingBlock(c.runtime.get("Throw.arrayIndex"), "i32 " + index.operand + ", i32 " + length);
        c.code.branchLikely(isInside, ok, failing);
        c.code.begin(ok);
    }

    private void load(Type primitive) {
        Value index = c.state.pop();
        Value array = c.state.pop();
        Type type = primitive != null ? primitive : elementType(array);
        String address = element(array, index, type);
        c.state.push(c.loadMemory(address, type, "", alias(type)));
    }

    /** Which accesses can meet an access to an element: those to arrays of the same type, and raw ones. */
    private String alias(Type element) {
        boolean isReference = element.getSort() >= Type.ARRAY;
        return c.module.aliasClass(isReference ? "references" : element.getClassName() + "s");
    }

    private static Type elementType(Value array) {
        if (array.className == null || !array.className.startsWith("[")) {
            return OBJECT;
        }
        Type element = Type.getType(array.className.substring(1));
        return element.getSort() < Type.ARRAY ? OBJECT : element;
    }

    /** Stores a primitive. A byte store serves boolean arrays too: there only bit 0 counts, and javac stores 0 or 1. */
    private void store(Type type) {
        Value value = c.state.pop();
        Value index = c.state.pop();
        Value array = c.state.pop();
        String address = element(array, index, type);
        c.storeMemory(address, type, value.operand, "", alias(type));
    }

    private void storeReference() {
        Value value = c.state.pop();
        Value index = c.state.pop();
        Value array = c.state.pop();
        if (value.isWord()) {
            throw new CompileException(
                    "the word type " + MethodContext.binaryName(value.className) + " cannot be an array element");
        }
        String address = element(array, index, OBJECT);
        if (value.kind != Value.Kind.NULL && !isAlwaysStorable(value, elementType(array))) {
            checkStore(value, array);
        }
        c.storeMemory(address, OBJECT, value.operand, "", alias(OBJECT));
    }

    /** A final element class has no other arrays behind its static type, and the verifier does not check what is stored. */
    private boolean isAlwaysStorable(Value value, Type element) {
        if (element.getSort() != Type.OBJECT || !element.getInternalName().equals(value.className)) {
            return false;
        }
        ClassInfo info = c.pool.find(element.getInternalName());
        return info != null && info.isFinal();
    }

    private void checkStore(Value value, Value array) {
        String full = c.code.block();
        String slow = c.code.block();
        String ok = c.code.block();
        c.code.branch(c.code.value("icmp eq ptr " + value.operand + ", null"), ok, full);
        c.code.begin(full);
        String componentField = c.at(c.classOf(array.operand), c.classField("componentType"));
        String component = c.code.value("load ptr, ptr " + componentField + ", align 8, !invariant.load !"
                + c.module.debug.node("!{}"));
        String same = c.code.value("icmp eq ptr " + c.classOf(value.operand) + ", " + component);
        c.code.branchLikely(same, ok, slow);
        c.code.begin(slow);
        String fits = c.code.call(c.runtime.get("TypeCheck.isStorable"), value.typed() + ", " + array.typed());
        String failing = c.code.throwingBlock(c.runtime.get("Throw.arrayStore"), value.typed());
        c.code.branchLikely(c.code.value("icmp ne i32 " + fits + ", 0"), ok, failing);
        c.code.begin(ok);
    }

    /** Makes an array whose class has a descriptor such as {@code [I}. */
    void create(String descriptor) {
        Type element = Type.getType(descriptor.substring(1));
        if (element.getSort() == Type.OBJECT && c.pool.isWord(element.getInternalName())) {
            throw new CompileException("arrays of the word type " + element.getClassName() + " are not supported");
        }
        Value length = c.state.pop();
        String array = c.code.allocate(c.runtime.get("Heap.newArray"),
                "ptr " + c.module.classStructure(descriptor) + ", " + length.typed());
        Value result = Value.ofReference(descriptor, array);
        c.state.push(result);
        c.state.markNonNull(array);
        if (c.module.options.has(Optimization.KNOWN_LENGTHS)) {
            String isLength = c.code.value("icmp eq i32 " + length(result) + ", " + length.operand);
            c.code.emit("call void " + c.module.intrinsic("llvm.assume", "void", "i1") + "(i1 " + isLength + ")");
        }
    }

    /** Whether the arguments of {@code System.arraycopy} are arrays of one primitive type for certain. */
    static boolean isPrimitiveCopy(List<Value> arguments) {
        String from = arguments.get(0).className;
        return from != null && from.length() == 2 && from.charAt(0) == '[' && from.equals(arguments.get(2).className);
    }

    /** Copies between arrays of one primitive type ({@code System.arraycopy}); where that throws, the runtime's method does. */
    void copy(List<Value> arguments) {
        Value source = arguments.get(0);
        Value target = arguments.get(2);
        String count = arguments.get(4).operand;
        Type element = Type.getType(source.className.substring(1));
        String slow = c.code.block();
        String fast = c.code.block();
        String next = c.code.block();
        String sourceEnd = c.code.value("sub i32 " + length(source) + ", " + count);
        String targetEnd = c.code.value("sub i32 " + length(target) + ", " + count);
        String sign = c.code.value("or i32 " + arguments.get(1).operand + ", " + arguments.get(3).operand);
        String negative = c.code.value("icmp slt i32 " + c.code.value("or i32 " + sign + ", " + count) + ", 0");
        String beyondSource = c.code.value("icmp sgt i32 " + arguments.get(1).operand + ", " + sourceEnd);
        String beyondTarget = c.code.value("icmp sgt i32 " + arguments.get(3).operand + ", " + targetEnd);
        String beyond = c.code.value("or i1 " + beyondSource + ", " + beyondTarget);
        c.code.branchUnlikely(c.code.value("or i1 " + negative + ", " + beyond), slow, fast);
        c.code.begin(slow);
        c.code.call(c.runtime.get("ArrayCopy.copy"), String.join(", ", arguments.stream().map(Value::typed).toList()));
        c.code.branch(next);
        c.code.begin(fast);
        String bytes = c.code.value("mul i64 " + c.code.value("zext nneg i32 " + count + " to i64") + ", " + c.pool.fieldSize(element.getDescriptor()));
        String move = c.module.intrinsic("llvm.memmove.p0.p0.i64", "void", "ptr, ptr, i64, i1");
        c.code.emit("call void " + move + "(ptr " + address(target, arguments.get(3), element) + ", ptr "
                + address(source, arguments.get(1), element) + ", i64 " + bytes + ", i1 false)");
        c.code.branch(next);
        c.code.begin(next);
    }

    private String address(Value array, Value index, Type type) {
        String wide = c.code.value("zext nneg i32 " + index.operand + " to i64");
        String data = c.at(array.operand, DATA_OFFSET);
        return c.code.value("getelementptr " + Ir.storageType(c.pool, type) + ", ptr " + data + ", i64 " + wide);
    }

    void createMulti(MultiANewArrayInsnNode insn) {
        String memory = c.code.frameMemory("[" + insn.dims + " x i32]");
        for (int i = insn.dims - 1; i >= 0; i--) {
            c.code.emit("store " + c.state.pop().typed() + ", ptr " + c.at(memory, 4L * i));
        }
        String address = c.code.value("ptrtoint ptr " + memory + " to i64");
        String array = c.code.call(c.runtime.get("Heap.newMultiArray"),
                "ptr " + c.module.classStructure(insn.desc) + ", i64 " + address + ", i32 " + insn.dims);
        c.state.push(Value.ofReference(insn.desc, array));
        c.state.markNonNull(array);
    }
}
