package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The parameters and local variables of one method for a debugger, as the LocalVariableTable (JVMS 4.7.13) that {@code javac -g} writes has them. Each
 * variable that is no parameter opens a block, which begins behind the assignment of its first value: a debugger shows a variable where it has one.
 *
 * <p>In the debug profile every assignment of a variable is also stored to memory that nothing reads: there it has its value in the whole block. In the
 * release profile and in the JDK's classes its value is where LLVM keeps it, as long as it does; in both together, to save time, it is nowhere.
 */
final class LocalVariables {
    private final ModuleBuilder module;
    private final MethodInfo method;
    private final InsnList instructions;
    private final int subprogram;
    private final List<LocalVariableNode> variables = new ArrayList<>();
    private final Map<LocalVariableNode, Integer> blocks = new HashMap<>();
    private final BitSet inMemory = new BitSet();
    /** By number of instruction. */
    private int[] scopes;

    /** {@code code}: the method's code as it is translated. */
    LocalVariables(ModuleBuilder module, MethodInfo method, MethodNode code, int subprogram) {
        this.module = module;
        this.method = method;
        this.subprogram = subprogram;
        this.instructions = code.instructions;
        List<LocalVariableNode> table = code.localVariables;
        boolean isDebug = module.options.variablesInMemory();
        boolean isLibrary = method.owner().isFromJdk();
        if (table == null || table.isEmpty() || method.owner().isWord() || isLibrary && !isDebug) {
            return;
        }
        variables.addAll(table);
        variables.sort(Comparator.comparingInt((LocalVariableNode v) -> start(v)).thenComparingInt(v -> -end(v)));
        scopes = new int[instructions.size()];
        Arrays.fill(scopes, subprogram);
        int[] arguments = arguments();
        for (LocalVariableNode variable : variables) {
            if (variable.index >= arguments.length) {
                openBlock(variable);
            }
            if (isDebug && !isLibrary) {
                inMemory.set(variable.index);
            }
        }
    }

    private int start(LocalVariableNode variable) {
        return instructions.indexOf(variable.start);
    }

    private int end(LocalVariableNode variable) {
        return instructions.indexOf(variable.end);
    }

    /** For each local variable index that a parameter has, its place among the parameters, from 1 on. */
    private int[] arguments() {
        List<Integer> places = new ArrayList<>();
        int place = 0;
        if (!method.isStatic()) {
            places.add(++place);
        }
        for (Type type : method.parameterTypes()) {
            place++;
            for (int i = 0; i < type.getSize(); i++) {
                places.add(place);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Opens the block of a variable in the one where it begins, which is the longest it may last. */
    private void openBlock(LocalVariableNode variable) {
        int from = start(variable);
        int parent = from < scopes.length ? scopes[from] : subprogram;
        int block = module.debug.block(method, parent);
        for (int i = from; i < end(variable) && scopes[i] == parent; i++) {
            scopes[i] = block;
        }
        blocks.put(variable, block);
    }

    /** The block that an instruction is in, or the subprogram. */
    int scopeAt(AbstractInsnNode insn) {
        return scopes == null ? subprogram : scopes[instructions.indexOf(insn)];
    }

    /** Whether the variable of an index is to be stored to memory at each assignment. */
    boolean isInMemory(int index) {
        return inMemory.get(index);
    }

    /** Tells the debugger where the variables are; when all code of the method is there. */
    void declare(FunctionBuilder code, Map<Integer, Value> fixed, int line) {
        int[] arguments = arguments();
        for (LocalVariableNode variable : variables) {
            int index = variable.index;
            Type type = Type.getType(variable.desc);
            int scope = blocks.getOrDefault(variable, subprogram);
            String slot = code.existingSlot(FunctionBuilder.variableSlot(index, isInMemory(index)), Ir.valueType(module.pool, type));
            Value value = fixed.get(index);
            if (slot == null && (value == null || value.kind == Value.Kind.UNINITIALIZED_WORD)) {
                continue;
            }
            int node = module.debug.variable(variable.name, index < arguments.length ? arguments[index] : 0, scope, type);
            String record = slot != null ? "declare(ptr " + slot : "value(" + value.typed();
            code.declare("#dbg_" + record + ", !" + node + ", " + DebugInfo.NO_EXPRESSION + ", !" + module.debug.location(line, scope) + ")");
        }
    }
}
