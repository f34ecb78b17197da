package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.MethodInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/** Methods whose calls the compiler expands itself. */
final class Intrinsics {
    private static final String ADDRESS = "blogos/aot/api/Address.";
    private static final String UNSAFE = "jdk/internal/misc/Unsafe.";
    private static final String ARRAY_COPY = "java/lang/System.arraycopy";
    private static final String TLS = "blogos/aot/api/Tls.";

    /** Expands one call; the arguments include the receiver. */
    @FunctionalInterface
    private interface Expansion {
        /** Answers the operand of the result, or null for void. */
        String expand(List<Value> arguments);
    }

    private final MethodContext c;
    private final EntryPoint main;
    private final Map<String, Expansion> table = new HashMap<>();

    /** {@code main}: what {@code Image.main} calls. */
    Intrinsics(MethodContext context, EntryPoint main) {
        this.c = context;
        this.main = main;
        registerObjects();
        registerMath();
        registerAddress();
        registerTls();
        registerUnsafe();
    }

    /** Expands the call if the method is an intrinsic, pushing the result; answers whether it was. */
    boolean emit(MethodInfo method, List<Value> arguments) {
        String name = method.owner().name() + "." + method.name();
        if (name.equals(ARRAY_COPY) && !ArrayEmitter.isPrimitiveCopy(arguments)) {
            return false;
        }
        Expansion expansion = table.get(name + method.descriptor());
        if (expansion == null) {
            expansion = table.get(name);
        }
        if (expansion == null) {
            if (method.annotation("Intrinsic") != null) {
                throw new CompileException("the compiler has no expansion of " + method);
            }
            return false;
        }
        String result = expansion.expand(arguments);
        if (method.returnType().getSort() != Type.VOID) {
            c.state.push(c.state.typed(method.returnType(), result));
        }
        return true;
    }

    private void registerObjects() {
        table.put("java/lang/Object.getClass()Ljava/lang/Class;", a -> c.classOf(a.get(0).operand));
        table.put("java/lang/Class.getPrimitiveClass", a -> {
            if (!(a.get(0).constant instanceof String name)) {
                throw new CompileException("Class.getPrimitiveClass needs a constant");
            }
            return c.module.classStructure(name);
        });
        VarHandleEmitter varHandles = new VarHandleEmitter(c);
        table.put("java/lang/invoke/MethodHandles$Lookup.findVarHandle", a -> varHandles.find(a, false));
        table.put("java/lang/invoke/MethodHandles$Lookup.findStaticVarHandle", a -> varHandles.find(a, true));
        table.put("blogos/aot/runtime/Image.main", a -> {
            c.initialize(main.mainClass());
            c.code.call("void", c.module.function(main.method()), a.get(0).typed());
            return null;
        });
        table.put("blogos/aot/runtime/Image.isDebug", a -> c.module.options.variablesInMemory() ? "1" : "0");
        table.put(ARRAY_COPY, a -> {
            new ArrayEmitter(c).copy(a);
            return null;
        });
    }

    private void registerMath() {
        table.put("java/lang/Float.floatToRawIntBits", a -> cast("bitcast", a.get(0), "i32"));
        table.put("java/lang/Float.intBitsToFloat", a -> cast("bitcast", a.get(0), "float"));
        table.put("java/lang/Double.doubleToRawLongBits", a -> cast("bitcast", a.get(0), "i64"));
        table.put("java/lang/Double.longBitsToDouble", a -> cast("bitcast", a.get(0), "double"));
        table.put("java/lang/Math.sqrt", a -> unary("llvm.sqrt.f64", "double", a.get(0)));
        table.put("java/lang/StrictMath.sqrt", a -> unary("llvm.sqrt.f64", "double", a.get(0)));
        table.put("java/lang/Math.abs(D)D", a -> unary("llvm.fabs.f64", "double", a.get(0)));
        table.put("java/lang/Math.abs(F)F", a -> unary("llvm.fabs.f32", "float", a.get(0)));
        for (String name : List.of("min", "max")) {
            table.put("java/lang/Math." + name + "(II)I", a -> binary("llvm.s" + name + ".i32", a.get(0), a.get(1)));
            table.put("java/lang/Math." + name + "(JJ)J", a -> binary("llvm.s" + name + ".i64", a.get(0), a.get(1)));
        }
        table.put("java/lang/Integer.bitCount", a -> unary("llvm.ctpop.i32", "i32", a.get(0)));
        table.put("java/lang/Long.bitCount",
                a -> c.code.value("trunc i64 " + unary("llvm.ctpop.i64", "i64", a.get(0)) + " to i32"));
        table.put("java/lang/Integer.numberOfLeadingZeros", a -> countZeros("llvm.ctlz.i32", "i32", a.get(0)));
        table.put("java/lang/Integer.numberOfTrailingZeros", a -> countZeros("llvm.cttz.i32", "i32", a.get(0)));
        table.put("java/lang/Long.numberOfLeadingZeros",
                a -> c.code.value("trunc i64 " + countZeros("llvm.ctlz.i64", "i64", a.get(0)) + " to i32"));
        table.put("java/lang/Long.numberOfTrailingZeros",
                a -> c.code.value("trunc i64 " + countZeros("llvm.cttz.i64", "i64", a.get(0)) + " to i32"));
        table.put("java/lang/Integer.reverseBytes", a -> unary("llvm.bswap.i32", "i32", a.get(0)));
        table.put("java/lang/Long.reverseBytes", a -> unary("llvm.bswap.i64", "i64", a.get(0)));
        table.put("java/lang/Math.multiplyHigh", a -> multiplyHigh(a.get(0), a.get(1)));
    }

    private String cast(String operation, Value value, String to) {
        return c.code.value(operation + " " + value.typed() + " to " + to);
    }

    private String unary(String name, String type, Value value) {
        return c.code.value("call " + type + " " + c.module.intrinsic(name, type, type) + "(" + value.typed() + ")");
    }

    private String binary(String name, Value left, Value right) {
        String function = c.module.intrinsic(name, left.type, left.type + ", " + left.type);
        return c.code.value("call " + left.type + " " + function + "(" + left.typed() + ", " + right.typed() + ")");
    }

    private String countZeros(String name, String type, Value value) {
        String function = c.module.intrinsic(name, type, type + ", i1");
        return c.code.value("call " + type + " " + function + "(" + value.typed() + ", i1 false)");
    }

    private String multiplyHigh(Value left, Value right) {
        String product = c.code.value(
                "mul i128 " + cast("sext", left, "i128") + ", " + cast("sext", right, "i128"));
        return c.code.value("trunc i128 " + c.code.value("ashr i128 " + product + ", 64") + " to i64");
    }

    private String pointer(Value address) {
        return c.code.value("inttoptr i64 " + address.operand + " to ptr");
    }

    private String pointer(Value address, Value offset) {
        return c.code.value("inttoptr i64 " + c.code.value("add i64 " + address.operand + ", " + offset.operand) + " to ptr");
    }

    private void registerAddress() {
        table.put(ADDRESS + "ofObject", a -> c.code.value("ptrtoint ptr " + a.get(0).operand + " to i64"));
        table.put(ADDRESS + "toObject", a -> pointer(a.get(0)));
        for (Type type : List.of(Type.BYTE_TYPE, Type.SHORT_TYPE, Type.INT_TYPE, Type.LONG_TYPE)) {
            String letter = type.getDescriptor();
            String name = Character.toUpperCase(type.getClassName().charAt(0)) + type.getClassName().substring(1);
            table.put(ADDRESS + "load" + name + "()" + letter, a -> load(pointer(a.get(0)), type, ""));
            table.put(ADDRESS + "load" + name + "(J)" + letter, a -> load(pointer(a.get(0), a.get(1)), type, ""));
            table.put(ADDRESS + "load" + name + "Volatile", a -> load(pointer(a.get(0), a.get(1)), type, "volatile"));
            table.put(ADDRESS + "store" + name + "(" + letter + ")V", a -> store(pointer(a.get(0)), type, a.get(1), ""));
            table.put(ADDRESS + "store" + name + "(J" + letter + ")V",
                    a -> store(pointer(a.get(0), a.get(1)), type, a.get(2), ""));
            table.put(ADDRESS + "store" + name + "Volatile",
                    a -> store(pointer(a.get(0), a.get(1)), type, a.get(2), "volatile"));
        }
        Type object = Type.getObjectType("java/lang/Object");
        table.put(ADDRESS + "loadReference", a -> load(pointer(a.get(0), a.get(1)), object, ""));
        table.put(ADDRESS + "storeReference", a -> store(pointer(a.get(0), a.get(1)), object, a.get(2), ""));
        table.put(ADDRESS + "compareAndSetInt", a -> exchange(pointer(a.get(0), a.get(1)), a.get(2), a.get(3), true));
        table.put(ADDRESS + "compareAndSetLong", a -> exchange(pointer(a.get(0), a.get(1)), a.get(2), a.get(3), true));
        table.put(ADDRESS + "copyFrom(Lblogos/aot/api/Address;J)V", a -> {
            String function = c.module.intrinsic("llvm.memmove.p0.p0.i64", "void", "ptr, ptr, i64, i1");
            c.code.emit("call void " + function + "(ptr " + pointer(a.get(0)) + ", ptr " + pointer(a.get(1)) + ", "
                    + a.get(2).typed() + ", i1 false)");
            return null;
        });
        table.put(ADDRESS + "fill", a -> {
            String function = c.module.intrinsic("llvm.memset.p0.i64", "void", "ptr, i8, i64, i1");
            String value = c.code.value("trunc i32 " + a.get(2).operand + " to i8");
            c.code.emit("call void " + function + "(ptr " + pointer(a.get(0)) + ", i8 " + value + ", " + a.get(1).typed()
                    + ", i1 false)");
            return null;
        });
    }

    private String load(String pointer, Type type, String mode) {
        String storage = Ir.storageType(c.pool, type);
        String load = switch (mode) {
            case "volatile" -> "load atomic volatile " + storage + ", ptr " + pointer + " seq_cst, align " + MethodContext.size(storage);
            case "ordered" -> "load atomic " + storage + ", ptr " + pointer + " seq_cst, align " + MethodContext.size(storage);
            default -> "load " + storage + ", ptr " + pointer + ", align 1";
        };
        return c.widen(c.code.value(load), type);
    }

    private String store(String pointer, Type type, Value value, String mode) {
        String storage = Ir.storageType(c.pool, type);
        String what = storage + " " + c.narrow(value.operand, type) + ", ptr " + pointer;
        c.code.emit(switch (mode) {
            case "volatile" -> "store atomic volatile " + what + " seq_cst, align " + MethodContext.size(storage);
            case "ordered" -> "store atomic " + what + " seq_cst, align " + MethodContext.size(storage);
            default -> "store " + what + ", align 1";
        });
        return null;
    }

    /** Compare-and-exchange; answers whether it happened (as i32), or the value found. */
    private String exchange(String pointer, Value expected, Value desired, boolean success) {
        String pair = c.code.value("cmpxchg ptr " + pointer + ", " + expected.typed() + ", " + desired.typed()
                + " seq_cst seq_cst, align " + MethodContext.size(expected.type));
        String found = c.code.value("extractvalue { " + expected.type + ", i1 } " + pair + ", " + (success ? 1 : 0));
        return success ? c.code.value("zext i1 " + found + " to i32") : found;
    }

    private void registerTls() {
        table.put(TLS + "loadLong", a -> c.code.value("load volatile i64, " + threadLocal(a.get(0)) + ", align 8"));
        table.put(TLS + "storeLong", a -> {
            c.code.emit("store volatile i64 " + a.get(1).operand + ", " + threadLocal(a.get(0)) + ", align 8");
            return null;
        });
        table.put(TLS + "loadReference", a -> c.code.value("load volatile ptr, " + threadLocal(a.get(0)) + ", align 8"));
        table.put(TLS + "storeReference", a -> {
            c.code.emit("store volatile ptr " + a.get(1).operand + ", " + threadLocal(a.get(0)) + ", align 8");
            return null;
        });
    }

    private String threadLocal(Value offset) {
        if (!offset.operand.chars().allMatch(Character::isDigit)) {
            throw new CompileException("offsets in the thread-local block must be constants");
        }
        return Tls.pointer(c.module, Integer.parseInt(offset.operand));
    }

    private void registerUnsafe() {
        String[] names = {"Boolean", "Byte", "Short", "Char", "Int", "Long", "Float", "Double", "Reference"};
        Type[] types = {Type.BOOLEAN_TYPE, Type.BYTE_TYPE, Type.SHORT_TYPE, Type.CHAR_TYPE, Type.INT_TYPE, Type.LONG_TYPE,
            Type.FLOAT_TYPE, Type.DOUBLE_TYPE, Type.getObjectType("java/lang/Object")};
        for (int i = 0; i < names.length; i++) {
            Type type = types[i];
            String object = "(Ljava/lang/Object;J";
            String d = type.getDescriptor();
            table.put(UNSAFE + "get" + names[i] + object + ")" + d, a -> load(field(a), type, ""));
            table.put(UNSAFE + "put" + names[i] + object + d + ")V", a -> store(field(a), type, a.get(3), ""));
            table.put(UNSAFE + "get" + names[i] + "Volatile", a -> load(field(a), type, "ordered"));
            table.put(UNSAFE + "put" + names[i] + "Volatile", a -> store(field(a), type, a.get(3), "ordered"));
        }
        for (String name : List.of("Int", "Long", "Reference")) {
            table.put(UNSAFE + "compareAndSet" + name, a -> exchange(field(a), a.get(3), a.get(4), true));
            table.put(UNSAFE + "compareAndExchange" + name, a -> exchange(field(a), a.get(3), a.get(4), false));
        }
        for (String fence : List.of("loadFence", "storeFence", "fullFence")) {
            table.put(UNSAFE + fence, a -> {
                c.code.emit("fence seq_cst");
                return null;
            });
        }
        table.put(UNSAFE + "objectFieldOffset(Ljava/lang/Class;Ljava/lang/String;)J", this::fieldOffset);
        table.put(UNSAFE + "arrayBaseOffset", a -> String.valueOf(ArrayEmitter.DATA_OFFSET));
        table.put(UNSAFE + "arrayIndexScale", a -> {
            String shift = c.code.value("load i32, ptr " + c.at(a.get(1).operand, c.classField("elementShift")));
            return c.code.value("shl i32 1, " + shift);
        });
    }

    private String field(List<Value> arguments) {
        return c.code.value("getelementptr i8, ptr " + arguments.get(1).operand + ", i64 " + arguments.get(2).operand);
    }

    private String fieldOffset(List<Value> arguments) {
        if (arguments.get(1).constant instanceof Type type && arguments.get(2).constant instanceof String name) {
            ClassInfo info = c.pool.get(type.getInternalName());
            for (FieldInfo field : info.fields()) {
                if (field.name().equals(name) && !field.isStatic()) {
                    return String.valueOf(field.offset());
                }
            }
            throw new CompileException("no field " + info + "." + name);
        }
        throw new CompileException("Unsafe.objectFieldOffset needs constants");
    }
}
