package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Turns calls of a VarHandle's access methods into memory instructions. The call's descriptor says what is accessed: nothing before the values is a static field, an object an instance field, an array and an index
 * an element.
 */
final class VarHandleEmitter {
    /** The class whose calls these are. */
    static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

    private static final String ORDERED = "seq_cst";
    /** Instruction of each read-modify-write family. */
    private static final Map<String, String> UPDATES = Map.of(
            "getAndSet", "xchg", "getAndAdd", "add", "getAndBitwiseOr", "or", "getAndBitwiseAnd", "and", "getAndBitwiseXor", "xor");

    private final MethodContext c;

    VarHandleEmitter(MethodContext context) {
        this.c = context;
    }

    /** Whether a method of VarHandle is an access method. */
    static boolean isAccess(String name) {
        return name.startsWith("get") || name.startsWith("set") || name.startsWith("compareAnd") || name.startsWith("weakCompareAndSet");
    }

    /** Emits the access; receiver and arguments are off the stack already. */
    void emit(MethodInsnNode insn, Value handle, List<Value> arguments) {
        Type[] parameters = Type.getArgumentTypes(insn.desc);
        Type result = Type.getReturnType(insn.desc);
        int values = valueCount(insn.name);
        int coordinates = arguments.size() - values;
        c.nullCheck(handle);
        Type type = values == 0 ? result : parameters[coordinates + values - 1];
        if (MethodContext.size(Ir.storageType(c.pool, type)) < 4 && !isPlain(insn.name)) {
            throw new CompileException("VarHandle." + insn.name + " of a " + type.getClassName() + " is not supported");
        }
        String address = address(handle, arguments, coordinates, type);
        String answer = access(insn.name, address, type, arguments.subList(coordinates, arguments.size()));
        if (result.getSort() != Type.VOID) {
            c.state.push(c.state.typed(result, answer));
        }
    }

    private static boolean isPlain(String name) {
        return valueCount(name) == 0 || name.startsWith("set");
    }

    private static int valueCount(String name) {
        if (name.startsWith("getAnd") || name.startsWith("set")) {
            return 1;
        }
        return name.startsWith("get") ? 0 : 2;
    }

    private String address(Value handle, List<Value> arguments, int coordinates, Type type) {
        ClassInfo info = c.pool.get(VAR_HANDLE);
        String offset = c.loadMemory(c.at(handle.operand, info.resolveField("offset", "J").offset()), Type.LONG_TYPE, "").operand;
        if (coordinates == 0) {
            return c.code.value("inttoptr i64 " + offset + " to ptr");
        }
        if (coordinates == 1) {
            c.nullCheck(arguments.get(0));
            return c.code.value("getelementptr i8, ptr " + arguments.get(0).operand + ", i64 " + offset);
        }
        return new ArrayEmitter(c).element(arguments.get(0), arguments.get(1), type);
    }

    private String access(String name, String address, Type type, List<Value> values) {
        if (name.startsWith("getAnd")) {
            String family = name.replaceFirst("(Acquire|Release)$", "");
            return c.code.value("atomicrmw " + UPDATES.get(family) + " ptr " + address + ", " + values.get(0).typed() + " " + ORDERED);
        }
        if (name.startsWith("get")) {
            return c.loadMemory(address, type, name.equals("get") ? "" : ORDERED).operand;
        }
        if (name.startsWith("set")) {
            c.storeMemory(address, type, values.get(0).operand, name.equals("set") ? "" : ORDERED);
            return null;
        }
        String pair = c.code.value("cmpxchg ptr " + address + ", " + values.get(0).typed() + ", " + values.get(1).typed() + " "
                + ORDERED + " " + ORDERED);
        String pairType = "extractvalue { " + values.get(0).type + ", i1 } " + pair + ", ";
        if (name.startsWith("compareAndExchange")) {
            return c.code.value(pairType + "0");
        }
        return c.code.value("zext i1 " + c.code.value(pairType + "1") + " to i32");
    }

    /** What {@code Lookup.findVarHandle} answers for a class and a name that are constants. */
    String find(List<Value> arguments, boolean isStatic) {
        if (!(arguments.get(1).constant instanceof Type owner) || !(arguments.get(2).constant instanceof String name)) {
            if (!c.method.owner().isFromJdk()) {
                throw new CompileException("findVarHandle needs a class literal and a string literal");
            }
            c.refuse("a VarHandle of " + c.method.owner().binaryName());
            return "null";
        }
        ClassInfo info = c.pool.get(owner.getInternalName());
        for (FieldInfo field : info.fields()) {
            if (field.name().equals(name) && field.isStatic() == isStatic) {
                if (isStatic) {
                    c.initialize(field.owner());
                }
                String where = isStatic
                        ? c.code.value("ptrtoint ptr " + c.module.external(field.symbol()) + " to i64")
                        : String.valueOf(field.offset());
                return c.code.call(c.pool.get(VAR_HANDLE).declared("of(J)L" + VAR_HANDLE + ";"), "i64 " + where);
            }
        }
        throw new CompileException("no field " + info + "." + name);
    }
}
