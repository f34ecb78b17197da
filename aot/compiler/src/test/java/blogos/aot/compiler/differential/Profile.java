package blogos.aot.compiler.differential;

/** How an image is compiled. */
enum Profile {
    /** A light pipeline: what an edit is tried with. */
    DEBUG,
    /** Everything that LLVM and our own passes do for speed. */
    RELEASE;

    @Override
    public String toString() {
        return name().toLowerCase();
    }
}
