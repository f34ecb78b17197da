package blogos.aot.compiler.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMDSWarning;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoDescription;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoSeverity;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;

/**
 * Collects what LLVM has to say about the module that this thread compiles. Without such a handler an error of the
 * code generator ends the process. LLVM calls the handler on the thread that called LLVM.
 */
final class Diagnostics extends LLVMDiagnosticHandler {
    /** The one handler: JavaCPP has only few slots for callbacks, so there is not one per context. */
    static final Diagnostics HANDLER = new Diagnostics();

    private static final ThreadLocal<List<String>> MESSAGES = ThreadLocal.withInitial(ArrayList::new);

    private Diagnostics() {
        // Otherwise it would end with the pointer scope in which it happens to be made.
        retainReference();
    }

    @Override
    public void call(LLVMDiagnosticInfoRef info, Pointer context) {
        // A warning counts as an error: the modules are this compiler's own work, and LLVM warns when it drops part
        // of one.
        if (LLVMGetDiagInfoSeverity(info) <= LLVMDSWarning) {
            BytePointer description = LLVMGetDiagInfoDescription(info);
            MESSAGES.get().add(description.getString());
            LLVMDisposeMessage(description);
        }
    }

    /** This thread's messages since the last call, and forgets them. */
    static List<String> take() {
        List<String> messages = List.copyOf(MESSAGES.get());
        MESSAGES.remove();
        return messages;
    }
}
