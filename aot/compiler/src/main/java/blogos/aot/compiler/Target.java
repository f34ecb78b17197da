package blogos.aot.compiler;

import java.util.Locale;

/** What an image runs on, with everything that code generation has to know about it. */
public enum Target {
    /** Static executable for Linux x86-64, for tests and tools. */
    LINUX(257, true, ClassPointer.ZERO_EXTENDED),
    /** Program for our own kernel. */
    USER(257, true, ClassPointer.ZERO_EXTENDED),
    /** Kernel in the top 2 GiB. */
    KERNEL(256, true, ClassPointer.SIGN_EXTENDED),
    /** UEFI application; position-independent. */
    UEFI(0, false, ClassPointer.IMAGE_RELATIVE);

    /** How the 32-bit class pointer of an object header becomes an address. */
    public enum ClassPointer {
        /** The image lies below 4 GiB. */
        ZERO_EXTENDED,
        /** The image lies in the top 2 GiB. */
        SIGN_EXTENDED,
        /** Offset from the image's first byte. */
        IMAGE_RELATIVE
    }

    private final int tlsAddressSpace;
    private final boolean polls;
    private final ClassPointer classPointer;

    Target(int tlsAddressSpace, boolean polls, ClassPointer classPointer) {
        this.tlsAddressSpace = tlsAddressSpace;
        this.polls = polls;
        this.classPointer = classPointer;
    }

    /** LLVM address space of the thread-local block (256 = gs, 257 = fs); 0 if it is a static area. */
    public int tlsAddressSpace() {
        return tlsAddressSpace;
    }

    /** Whether methods poll. */
    public boolean polls() {
        return polls;
    }

    /** How class pointers are decoded. */
    public ClassPointer classPointer() {
        return classPointer;
    }

    /** The name on the command line and in {@code @Replace(targets)}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The target with a command-line name. */
    public static Target of(String id) {
        for (Target target : values()) {
            if (target.id().equals(id)) {
                return target;
            }
        }
        throw new CompileException("unknown target '" + id + "': choose linux, user, kernel, uefi or driver");
    }
}
