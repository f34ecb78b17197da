package blogos.aot.compiler.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMCodeModelKernel;
import static org.bytedeco.llvm.global.LLVM.LLVMCodeModelSmall;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMContextSetDiagnosticHandler;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateMemoryBufferWithMemoryRange;
import static org.bytedeco.llvm.global.LLVM.LLVMCreatePassBuilderOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateTargetDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateTargetMachine;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeErrorMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMemoryBuffer;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposePassBuilderOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeTargetData;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeTargetMachine;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBufferSize;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBufferStart;
import static org.bytedeco.llvm.global.LLVM.LLVMGetErrorMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIntrinsicID;
import static org.bytedeco.llvm.global.LLVM.LLVMGetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTargetFromTriple;
import static org.bytedeco.llvm.global.LLVM.LLVMHiddenVisibility;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86AsmParser;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86AsmPrinter;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86Target;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86TargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86TargetMC;
import static org.bytedeco.llvm.global.LLVM.LLVMInstallFatalErrorHandler;
import static org.bytedeco.llvm.global.LLVM.LLVMInternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMObjectFile;
import static org.bytedeco.llvm.global.LLVM.LLVMParseCommandLineOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMParseIRInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMPassBuilderOptionsSetInlinerThreshold;
import static org.bytedeco.llvm.global.LLVM.LLVMPrivateLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMRelocPIC;
import static org.bytedeco.llvm.global.LLVM.LLVMRelocStatic;
import static org.bytedeco.llvm.global.LLVM.LLVMReturnStatusAction;
import static org.bytedeco.llvm.global.LLVM.LLVMRunPasses;
import static org.bytedeco.llvm.global.LLVM.LLVMSetModuleDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMSetVisibility;
import static org.bytedeco.llvm.global.LLVM.LLVMTargetMachineEmitToMemoryBuffer;
import static org.bytedeco.llvm.global.LLVM.LLVMVerifyModule;

import blogos.aot.compiler.CompileException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Makes objects from modules, in process. The first use of this class loads the native LLVM. Every call works in an
 * LLVM context of its own, so any number of threads may call at once.
 */
final class ModuleCompiler {
    private static final String TRIPLE = "x86_64-unknown-none-elf";

    static {
        // By default JavaCPP refuses to work when the process is larger than twice the Java heap, as LLVM makes it.
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        LLVMInitializeX86TargetInfo();
        LLVMInitializeX86Target();
        LLVMInitializeX86TargetMC();
        LLVMInitializeX86AsmPrinter();
        LLVMInitializeX86AsmParser();
        // A call that LLVM sees no throw in may still end in a StackOverflowError: polls come late (ProloguePolls).
        LLVMParseCommandLineOptions(2, new PointerPointer<>("aot", "-disable-nounwind-inference"), new BytePointer(""));
        LLVMInstallFatalErrorHandler(FatalErrors.HANDLER);
    }

    private final IrModule source;
    private final CodegenOptions options;
    private final LLVMContextRef context;
    private final LLVMTargetMachineRef machine;

    private ModuleCompiler(IrModule source, CodegenOptions options, LLVMContextRef context) {
        this.source = source;
        this.options = options;
        this.context = context;
        machine = createMachine();
    }

    /**
     * Compiles a module.
     *
     * @return the bytes of an ELF relocatable object
     * @throws CompileException if LLVM finds fault with the module
     */
    @SuppressWarnings("try") // The scope is there for what it frees.
    static byte[] compile(IrModule source, CodegenOptions options) {
        FatalErrors.setModule(source.name());
        LLVMContextRef context = LLVMContextCreate();
        try (PointerScope scope = new PointerScope()) {
            LLVMContextSetDiagnosticHandler(context, Diagnostics.HANDLER, null);
            ModuleCompiler compiler = new ModuleCompiler(source, options, context);
            try {
                return compiler.compile();
            } finally {
                LLVMDisposeTargetMachine(compiler.machine);
            }
        } finally {
            LLVMContextDispose(context);
            Diagnostics.take();
        }
    }

    private byte[] compile() {
        LLVMModuleRef module = parse();
        try {
            LLVMSetTarget(module, TRIPLE);
            LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(machine);
            LLVMSetModuleDataLayout(module, layout);
            LLVMDisposeTargetData(layout);
            hideSymbols(module);
            verify(module);
            optimize(module, options.profile().passes());
            if (ProloguePolls.areWanted(module) && ProloguePolls.insert(module, context)) {
                optimize(module, "always-inline");
            }
            return emit(module);
        } finally {
            LLVMDisposeModule(module);
        }
    }

    private LLVMTargetMachineRef createMachine() {
        LLVMTargetRef target = new LLVMTargetRef();
        BytePointer message = new BytePointer();
        if (LLVMGetTargetFromTriple(new BytePointer(TRIPLE), target, message) != 0) {
            throw new CompileException("LLVM: " + text(message));
        }
        int relocation = LLVMRelocStatic;
        int codeModel = LLVMCodeModelSmall;
        switch (options.target()) {
            case KERNEL -> codeModel = LLVMCodeModelKernel;
            case UEFI -> relocation = LLVMRelocPIC;
            case LINUX, USER -> { }
            default -> throw new IllegalArgumentException(options.target().id());
        }
        if (options.isPlugin()) {
            relocation = LLVMRelocPIC;
            codeModel = LLVMCodeModelSmall;
        }
        return LLVMCreateTargetMachine(target, TRIPLE, options.cpu(), options.features(),
                options.profile().codegenLevel(), relocation, codeModel);
    }

    private LLVMModuleRef parse() {
        byte[] utf8 = source.text().getBytes(StandardCharsets.UTF_8);
        // The parser wants a NUL after the text. It owns the buffer from here on, but not the memory behind it.
        BytePointer memory = new BytePointer(Arrays.copyOf(utf8, utf8.length + 1));
        LLVMMemoryBufferRef buffer =
                LLVMCreateMemoryBufferWithMemoryRange(memory, utf8.length, new BytePointer(source.name()), 1);
        LLVMModuleRef module = new LLVMModuleRef();
        BytePointer message = new BytePointer();
        if (LLVMParseIRInContext(context, buffer, module, message) != 0) {
            throw fault("cannot be parsed", text(message));
        }
        failOnDiagnostics("is not valid");
        return module;
    }

    /**
     * Makes all symbols hidden, which says that they are in the same image: code then reaches them directly and not
     * through a global offset table. (LLVM uses that table even in the static relocation model for symbols not known
     * to be local.)
     */
    private static void hideSymbols(LLVMModuleRef module) {
        LLVMValueRef global = LLVMGetFirstGlobal(module);
        while (global != null) {
            hide(global);
            global = LLVMGetNextGlobal(global);
        }
        LLVMValueRef function = LLVMGetFirstFunction(module);
        while (function != null) {
            if (LLVMGetIntrinsicID(function) == 0) {
                hide(function);
            }
            function = LLVMGetNextFunction(function);
        }
    }

    private static void hide(LLVMValueRef symbol) {
        int linkage = LLVMGetLinkage(symbol);
        if (linkage != LLVMInternalLinkage && linkage != LLVMPrivateLinkage) {
            LLVMSetVisibility(symbol, LLVMHiddenVisibility);
        }
    }

    private void verify(LLVMModuleRef module) {
        BytePointer message = new BytePointer();
        if (LLVMVerifyModule(module, LLVMReturnStatusAction, message) != 0) {
            throw fault("is not valid", text(message));
        }
        LLVMDisposeMessage(message);
    }

    private void optimize(LLVMModuleRef module, String passes) {
        LLVMPassBuilderOptionsRef passOptions = LLVMCreatePassBuilderOptions();
        LLVMPassBuilderOptionsSetInlinerThreshold(passOptions, options.profile().inlinerThreshold());
        LLVMErrorRef error = LLVMRunPasses(module, passes, machine, passOptions);
        LLVMDisposePassBuilderOptions(passOptions);
        if (error != null && !error.isNull()) {
            BytePointer message = LLVMGetErrorMessage(error);
            String text = message.getString();
            LLVMDisposeErrorMessage(message);
            throw fault("cannot be optimised", text);
        }
        failOnDiagnostics("cannot be optimised");
    }

    private byte[] emit(LLVMModuleRef module) {
        LLVMMemoryBufferRef buffer = new LLVMMemoryBufferRef();
        BytePointer message = new BytePointer();
        if (LLVMTargetMachineEmitToMemoryBuffer(machine, module, LLVMObjectFile, message, buffer) != 0) {
            throw fault("cannot be compiled", text(message));
        }
        try {
            failOnDiagnostics("cannot be compiled");
            byte[] object = new byte[Math.toIntExact(LLVMGetBufferSize(buffer))];
            LLVMGetBufferStart(buffer).get(object);
            return object;
        } finally {
            LLVMDisposeMemoryBuffer(buffer);
        }
    }

    private void failOnDiagnostics(String what) {
        List<String> messages = Diagnostics.take();
        if (!messages.isEmpty()) {
            throw fault(what, String.join("\n", messages));
        }
    }

    private CompileException fault(String what, String message) {
        return new CompileException("LLVM: module " + source.name() + " " + what + ": " + message.strip());
    }

    /** The text of a message that LLVM gave to us, and frees it. */
    private static String text(BytePointer message) {
        String text = message.getString();
        LLVMDisposeMessage(message);
        return text;
    }
}
