package blogos.aot.compiler.initialize;

import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Local variables and operand stack of a call. A value takes one place of the stack whatever its size; what a value is says {@link Evaluation#value}, and besides there may
 * be a {@link WordUnderConstruction}.
 */
final class Frame {
    private final MethodInfo method;
    private final List<Object> stack = new ArrayList<>();
    private Object[] locals = new Object[8];

    Frame(MethodInfo method) {
        this.method = method;
    }

    MethodInfo method() {
        return method;
    }

    void setLocal(int index, Object value) {
        if (index >= locals.length) {
            locals = Arrays.copyOf(locals, 2 * index);
        }
        locals[index] = value;
    }

    Object local(int index) {
        return locals[index];
    }

    void push(Object value) {
        stack.add(value);
    }

    Object pop() {
        return stack.remove(stack.size() - 1);
    }

    int popInt() {
        return (Integer) pop();
    }

    /** Puts the finished word in the place of what stood for it. */
    void complete(WordUnderConstruction construction) {
        Collections.replaceAll(stack, construction, construction.word());
        Collections.replaceAll(Arrays.asList(locals), construction, construction.word());
    }

    private boolean isWideAt(int depth) {
        Object value = stack.get(stack.size() - depth);
        return value instanceof Long || value instanceof Double;
    }

    /** Carries out a stack instruction such as dup_x1; answers whether the instruction was one. */
    boolean shuffle(int opcode) {
        switch (opcode) {
            case Opcodes.POP -> pop();
            case Opcodes.POP2 -> dropPair();
            case Opcodes.DUP -> duplicate(1, 0);
            case Opcodes.DUP_X1 -> duplicate(1, 1);
            case Opcodes.DUP_X2 -> duplicate(1, isWideAt(2) ? 1 : 2);
            case Opcodes.DUP2 -> duplicate(pairAt(1), 0);
            case Opcodes.DUP2_X1 -> duplicate(pairAt(1), 1);
            case Opcodes.DUP2_X2 -> duplicate(pairAt(1), pairAt(pairAt(1) + 1));
            case Opcodes.SWAP -> Collections.swap(stack, stack.size() - 1, stack.size() - 2);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void dropPair() {
        if (pairAt(1) == 2) {
            pop();
        }
        pop();
    }

    /** How many values make up two words of the stack, starting at a depth. */
    private int pairAt(int depth) {
        return isWideAt(depth) ? 1 : 2;
    }

    /** Copies the topmost {@code count} values to below the {@code over} values under them. */
    private void duplicate(int count, int over) {
        int size = stack.size();
        stack.addAll(size - count - over, new ArrayList<>(stack.subList(size - count, size)));
    }
}
