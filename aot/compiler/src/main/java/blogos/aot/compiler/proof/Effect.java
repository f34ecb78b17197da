package blogos.aot.compiler.proof;

/** What a method may do, itself or through what it calls, that some contexts cannot stand. */
enum Effect {
    /** Makes an object on the Java heap, which may start a collection. */
    ALLOCATES,
    /** Waits for another thread. */
    BLOCKS,
    /** Runs a class initialiser: any code, and a wait when another thread is at it. */
    INITIALISES,
    /** Calls itself, so that no bound of its stack can be given. */
    RECURSES
}
