package blogos.aot.compiler.llvm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMFatalErrorHandler;

/**
 * Says which module LLVM worked on when it met an error from which it cannot return (an unknown register name, an
 * instruction that it cannot select), and ends the process with status 1. LLVM itself would abort it.
 */
final class FatalErrors extends LLVMFatalErrorHandler {
    /** The one handler; it must live as long as the process. */
    static final FatalErrors HANDLER = new FatalErrors();

    private static final ThreadLocal<String> MODULE = new ThreadLocal<>();

    private FatalErrors() {
        // Otherwise it would end with the pointer scope in which it happens to be made.
        retainReference();
    }

    /** Notes what this thread compiles from here on. */
    static void setModule(String name) {
        MODULE.set(name);
    }

    @Override
    public void call(BytePointer reason) {
        System.err.println("LLVM: module " + MODULE.get() + " cannot be compiled: " + reason.getString().strip());
        // LLVM is in the middle of its work on this thread: no shutdown hook may count on it.
        Runtime.getRuntime().halt(1);
    }
}
