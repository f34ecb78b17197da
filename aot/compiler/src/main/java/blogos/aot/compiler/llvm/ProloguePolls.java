package blogos.aot.compiler.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMAttributeFunctionIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAvailableExternallyLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCall2;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDIBuilderCreateDebugLocation;
import static org.bytedeco.llvm.global.LLVM.LLVMDISubprogramGetLine;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCallSiteEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCallSiteStringAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCalledValue;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEntryBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeKindForName;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMGetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetStringAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSubprogram;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMInternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMAlloca;
import static org.bytedeco.llvm.global.LLVM.LLVMCall;
import static org.bytedeco.llvm.global.LLVM.LLVMInvoke;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAInlineAsm;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAIntrinsicInst;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore;
import static org.bytedeco.llvm.global.LLVM.LLVMSetCurrentDebugLocation2;
import static org.bytedeco.llvm.global.LLVM.LLVMSetLinkage;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Puts polls into the prologues of functions, after optimisation, when it is known what they call: a function that calls nothing, or only what never returns or allocates, needs none, for what it calls has
 * its own or runs in the stack's reserve; and an inlined body is covered by its caller's.
 *
 * <p>The module says with the function attribute {@value #ATTRIBUTE} where, and with the function {@value #POLL} how.
 */
final class ProloguePolls {
    /** Attribute of functions that poll if they call anything. */
    static final String ATTRIBUTE = "poll";
    /** Attribute of calls that need no poll around them. */
    static final String UNPOLLED_CALL = "no-poll";
    /** Function with the code of a poll, always inlined. */
    static final String POLL = "poll:prologue";

    private ProloguePolls() {}

    /** Whether a module has functions that want polls. */
    static boolean areWanted(LLVMModuleRef module) {
        return LLVMGetNamedFunction(module, POLL) != null;
    }

    /** Inserts calls of {@link #POLL}, which remain to be inlined; answers whether there are any. */
    static boolean insert(LLVMModuleRef module, LLVMContextRef context) {
        LLVMValueRef poll = LLVMGetNamedFunction(module, POLL);
        boolean any = false;
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
        for (LLVMValueRef f = LLVMGetFirstFunction(module); f != null; f = LLVMGetNextFunction(f)) {
            boolean isHere = LLVMGetFirstBasicBlock(f) != null && LLVMGetLinkage(f) != LLVMAvailableExternallyLinkage;
            if (isHere && LLVMGetStringAttributeAtIndex(f, (int) LLVMAttributeFunctionIndex, ATTRIBUTE, ATTRIBUTE.length()) != null
                    && calls(f)) {
                insertCall(f, poll, builder, context);
                any = true;
            }
        }
        LLVMDisposeBuilder(builder);
        if (any) {
            LLVMSetLinkage(poll, LLVMInternalLinkage);
        } else {
            LLVMDeleteFunction(poll);
        }
        return any;
    }

    private static boolean calls(LLVMValueRef function) {
        int noReturn = LLVMGetEnumAttributeKindForName("noreturn", "noreturn".length());
        for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); block != null; block = LLVMGetNextBasicBlock(block)) {
            for (LLVMValueRef insn = LLVMGetFirstInstruction(block); insn != null; insn = LLVMGetNextInstruction(insn)) {
                int opcode = LLVMGetInstructionOpcode(insn);
                boolean isCall = (opcode == LLVMCall || opcode == LLVMInvoke) && LLVMIsAIntrinsicInst(insn) == null
                        && LLVMIsAInlineAsm(LLVMGetCalledValue(insn)) == null;
                if (isCall && LLVMGetCallSiteEnumAttribute(insn, (int) LLVMAttributeFunctionIndex, noReturn) == null
                        && LLVMGetCallSiteStringAttribute(insn, (int) LLVMAttributeFunctionIndex, UNPOLLED_CALL, UNPOLLED_CALL.length())
                                == null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void insertCall(LLVMValueRef function, LLVMValueRef poll, LLVMBuilderRef builder, LLVMContextRef context) {
        LLVMValueRef first = LLVMGetFirstInstruction(LLVMGetEntryBasicBlock(function));
        while (LLVMGetInstructionOpcode(first) == LLVMAlloca) {
            first = LLVMGetNextInstruction(first);
        }
        LLVMPositionBuilderBefore(builder, first);
        LLVMMetadataRef subprogram = LLVMGetSubprogram(function);
        LLVMSetCurrentDebugLocation2(builder,
                LLVMDIBuilderCreateDebugLocation(context, LLVMDISubprogramGetLine(subprogram), 0, subprogram, null));
        LLVMTypeRef type = LLVMGlobalGetValueType(poll);
        LLVMBuildCall2(builder, type, poll, new PointerPointer<>(0), 0, "");
    }
}
