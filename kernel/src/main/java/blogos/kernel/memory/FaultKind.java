package blogos.kernel.memory;

/** What became of a page fault of a program, or what it was. */
public enum FaultKind {
    /** The page is there now: the access can be tried again. */
    RESOLVED("resolved"),
    /** Near address 0. */
    NULL_POINTER("a null pointer"),
    /** The guard below the stack. */
    STACK_OVERFLOW("a stack overflow"),
    /** Nothing is mapped there. */
    NOT_MAPPED("nothing is mapped there"),
    /** The program may read but not write there. */
    READ_ONLY("the page is read-only"),
    /** There is data, not code. */
    NOT_EXECUTABLE("the page is not executable"),
    /** The program may do nothing there. */
    NO_ACCESS("the page is not accessible"),
    /** The kernel's half. */
    KERNEL_ADDRESS("the address is the kernel's"),
    /** There is no frame for the page, or for a page table. */
    OUT_OF_MEMORY("the system is out of memory");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    /** The cause in a few words. */
    @Override
    public String toString() {
        return text;
    }
}
