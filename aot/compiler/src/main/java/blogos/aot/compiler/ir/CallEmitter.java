package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Emits method calls: direct, through vtables and interface tables, and those that are really something else. */
final class CallEmitter {
    private final MethodContext c;
    private final Intrinsics intrinsics;

    CallEmitter(MethodContext context, Intrinsics intrinsics) {
        this.c = context;
        this.intrinsics = intrinsics;
    }

    void emit(MethodInsnNode insn) {
        String owner = insn.owner.startsWith("[") ? "java/lang/Object" : insn.owner;
        Type[] parameters = Type.getArgumentTypes(insn.desc);
        List<Value> arguments = popArguments(parameters);
        ClassInfo receiver = c.present(owner);
        MethodInfo method = receiver == null ? null : receiver.resolve(insn.name + insn.desc);
        boolean isStatic = insn.getOpcode() == Opcodes.INVOKESTATIC;
        Value object = isStatic ? null : c.state.pop();
        if (method == null && owner.equals(VarHandleEmitter.VAR_HANDLE) && VarHandleEmitter.isAccess(insn.name)) {
            new VarHandleEmitter(c).emit(insn, object, arguments);
            return;
        }
        if (method == null) {
            c.refuse(MethodContext.binaryName(owner) + "." + insn.name);
            pushResult(Type.getReturnType(insn.desc), null);
            return;
        }
        if (method.isStatic() != isStatic) {
            throw new CompileException("method " + method + (isStatic ? " is not static" : " is static"));
        }
        if (object != null && object.kind == Value.Kind.UNINITIALIZED_WORD) {
            constructWord(method, object, parameters, arguments);
            return;
        }
        if (object != null) {
            checkReceiver(object, method);
            arguments.add(0, object);
            if (insn.getOpcode() != Opcodes.INVOKESPECIAL || !insn.name.equals("<init>")) {
                c.nullCheck(object);
            }
        }
        if (!intrinsics.emit(method, arguments) && !emitAnnotated(method, parameters, arguments)) {
            boolean isVirtual = insn.getOpcode() == Opcodes.INVOKEVIRTUAL || insn.getOpcode() == Opcodes.INVOKEINTERFACE;
            emitCall(new Call(receiver, method, isVirtual && method.isVirtual() && !receiver.isWord()), parameters, arguments);
        }
    }

    private List<Value> popArguments(Type[] parameters) {
        List<Value> arguments = new ArrayList<>();
        for (int i = parameters.length - 1; i >= 0; i--) {
            Value argument = c.state.pop();
            c.checkWord(argument, parameters[i]);
            arguments.add(0, argument);
        }
        return arguments;
    }

    private void checkReceiver(Value object, MethodInfo method) {
        if (object.isWord() && !object.className.equals(method.owner().name())) {
            throw new CompileException("the word type " + MethodContext.binaryName(object.className) + " has no "
                    + method + ": it is not an object");
        }
    }

    private void constructWord(MethodInfo method, Value object, Type[] parameters, List<Value> arguments) {
        if (!method.owner().isWord()) {
            return;
        }
        String result = c.code.call(object.type, c.module.function(method), typed(arguments));
        if (c.module.isWordConstructor(c.method) && object == c.state.load(0)) {
            c.code.emit("store " + object.type + " " + result + ", ptr " + c.code.slot(FieldEmitter.WORD_SLOT, object.type));
        } else {
            c.state.completeWord(object, result);
        }
    }

    private static String typed(List<Value> arguments) {
        StringBuilder text = new StringBuilder();
        for (Value argument : arguments) {
            text.append(text.length() == 0 ? "" : ", ").append(argument.typed());
        }
        return text.toString();
    }

    private void pushResult(Type type, String operand) {
        if (type.getSort() != Type.VOID) {
            c.state.push(operand == null ? c.unreachableValue(type) : c.state.typed(type, operand));
        }
    }

    private void emitCall(Call call, Type[] parameters, List<Value> arguments) {
        MethodInfo method = call.method();
        Type result = method.returnType();
        if (method.isStatic()) {
            c.initialize(method.owner());
        }
        MethodInfo direct = call.isVirtual() ? devirtualized(call, arguments.get(0)) : method;
        if (direct != null) {
            if (direct.isAbstract()) {
                c.code.call(c.runtime.get("Throw.abstractMethod"), "");
                pushResult(result, null);
                return;
            }
            pushResult(result, c.code.call(c.module.resultType(direct), c.module.function(direct), typed(arguments)));
            return;
        }
        if (c.module.world.targets(call).isEmpty() && !c.module.world.isOpen(call)) {
            c.code.call(c.runtime.get("Throw.abstractMethod"), "");
            pushResult(result, null);
            return;
        }
        String structure = c.classOf(arguments.get(0).operand);
        String resultType = Ir.valueType(c.pool, result);
        if (c.module.world.isLate(call)) {
            pushResult(result, lateCall(method, structure, resultType, arguments));
        } else if (method.owner().isInterface()) {
            pushResult(result, interfaceCall(method, structure, resultType, arguments));
        } else {
            int offset = c.module.layout().slotOffset(c.module.world.slot(method));
            String target = c.code.value("load ptr, ptr " + c.at(structure, offset) + ", align 8, !invariant.load !"
                    + c.module.debug.node("!{}"));
            pushResult(result, c.code.call(resultType, target, typed(arguments)));
        }
    }

    /** The method to call directly, or null if the receiver's class has to select it. */
    private MethodInfo devirtualized(Call call, Value object) {
        MethodInfo method = call.method();
        if (method.isFinal() && !method.owner().isInterface() && c.module.world.contains(method)) {
            return method;
        }
        ClassInfo known = object.className == null || object.className.startsWith("[") ? null : c.pool.find(object.className);
        if (known != null && known.isFinal() && known.isSubtypeOf(call.receiver())) {
            MethodInfo selected = known.select(method.selector());
            if (selected != null && c.module.world.contains(selected)) {
                return selected;
            }
        }
        return c.module.world.onlyTarget(call);
    }

    private String interfaceCall(MethodInfo method, String structure, String resultType, List<Value> arguments) {
        int hash = InterfaceTables.hash(method.selector());
        String table = c.code.value("load ptr, ptr " + c.at(structure, c.classField("interfaceTable"))
                + ", align 8, !invariant.load !" + c.module.debug.node("!{}"));
        String target = c.code.value("load ptr, ptr " + c.at(table, 8L * InterfaceTables.slot(hash))
                + ", align 8, !invariant.load !" + c.module.debug.node("!{}"));
        String selector = "ptr nest inttoptr (i64 " + Integer.toUnsignedLong(hash) + " to ptr)";
        return c.code.call(resultType, target, selector + ", " + typed(arguments));
    }

    /** A call of a method of a plug-in's host which has no place in the host's tables. */
    private String lateCall(MethodInfo method, String structure, String resultType, List<Value> arguments) {
        String group = c.module.external(PluginEmitter.lateSymbol(method.selector()));
        String address = c.code.call("i64", c.module.function(c.runtime.get("LateCalls.find")), "ptr " + structure + ", i64 "
                + c.code.value("ptrtoint ptr " + group + " to i64"));
        return c.code.call(resultType, c.code.value("inttoptr i64 " + address + " to ptr"), typed(arguments));
    }

    /** Calls of methods whose body is an annotation. */
    private boolean emitAnnotated(MethodInfo method, Type[] parameters, List<Value> arguments) {
        Map<String, Object> asm = method.annotation("Asm");
        Map<String, Object> symbol = method.annotation("Symbol");
        Map<String, Object> pointer = method.annotation("CallPointer");
        if (asm != null && !Boolean.TRUE.equals(asm.get("naked"))) {
            inlineAssembly(method, asm, parameters, arguments);
        } else if (symbol != null) {
            String name = c.module.external((String) symbol.get("value"));
            pushResult(method.returnType(), c.code.value("ptrtoint ptr " + name + " to i64"));
        } else if (pointer != null) {
            callPointer(method, pointer, arguments);
        } else {
            return false;
        }
        return true;
    }

    private void inlineAssembly(MethodInfo method, Map<String, Object> asm, Type[] parameters, List<Value> arguments) {
        String constraints = (String) asm.getOrDefault("constraints", "");
        String all = constraints + (constraints.isEmpty() ? "" : ",") + "~{memory},~{dirflag},~{fpsr},~{flags}";
        StringBuilder operands = new StringBuilder();
        for (int i = 0; i < parameters.length; i++) {
            String type = Ir.storageType(c.pool, parameters[i]);
            operands.append(i == 0 ? "" : ", ").append(type).append(' ').append(c.narrow(arguments.get(i).operand, parameters[i]));
        }
        String lines = String.join("\n", ((List<?>) asm.get("value")).stream().map(Object::toString).toList());
        Type result = method.returnType();
        String call = "call " + Ir.storageType(c.pool, result) + " asm sideeffect " + Ir.quote(lines) + ", "
                + Ir.quote(all) + "(" + operands + ")";
        if (result.getSort() == Type.VOID) {
            c.code.emit(call);
        } else {
            pushResult(result, c.widen(c.code.value(call), result));
        }
    }

    private void callPointer(MethodInfo method, Map<String, Object> pointer, List<Value> arguments) {
        String[] convention = (String[]) pointer.get("value");
        boolean microsoft = convention != null && convention[1].equals("MICROSOFT");
        String target = c.code.value("inttoptr i64 " + arguments.get(0).operand + " to ptr");
        String resultType = Ir.valueType(c.pool, method.returnType());
        String operands = typed(arguments.subList(1, arguments.size()));
        pushResult(method.returnType(),
                c.code.call((microsoft ? "win64cc " : "") + resultType, target, operands));
    }
}
