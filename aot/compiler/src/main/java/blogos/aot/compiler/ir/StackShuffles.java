package blogos.aot.compiler.ir;

import java.util.List;
import org.objectweb.asm.Opcodes;

/** The instructions that only rearrange the operand stack. */
final class StackShuffles {
    private StackShuffles() {}

    /** Applies an instruction to the state; answers whether it was one of these. */
    static boolean emit(int opcode, OperandState state) {
        switch (opcode) {
            case Opcodes.POP -> state.pop();
            case Opcodes.POP2 -> take(state, 2);
            case Opcodes.DUP -> duplicate(state, 1, 0);
            case Opcodes.DUP_X1 -> duplicate(state, 1, 1);
            case Opcodes.DUP_X2 -> duplicate(state, 1, 2);
            case Opcodes.DUP2 -> duplicate(state, 2, 0);
            case Opcodes.DUP2_X1 -> duplicate(state, 2, 1);
            case Opcodes.DUP2_X2 -> duplicate(state, 2, 2);
            case Opcodes.SWAP -> {
                Value top = state.pop();
                Value below = state.pop();
                state.push(top);
                state.push(below);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes entries worth a number of slots off the stack, bottom first. */
    private static List<Value> take(OperandState state, int slots) {
        List<Value> stack = state.stack();
        int from = stack.size();
        for (int count = 0; count < slots; ) {
            from--;
            count += stack.get(from).isWide() ? 2 : 1;
        }
        List<Value> taken = List.copyOf(stack.subList(from, stack.size()));
        stack.subList(from, stack.size()).clear();
        return taken;
    }

    /** Copies the top {@code slots} slots under the {@code below} slots beneath them. */
    private static void duplicate(OperandState state, int slots, int below) {
        List<Value> top = take(state, slots);
        List<Value> under = take(state, below);
        state.stack().addAll(top);
        state.stack().addAll(under);
        state.stack().addAll(top);
    }
}
