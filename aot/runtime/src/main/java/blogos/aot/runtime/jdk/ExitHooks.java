package blogos.aot.runtime.jdk;

/** What runs when a program ends. There is an instance only in images whose code adds hooks. */
abstract class ExitHooks {
    /** The program's hooks, or null. */
    static ExitHooks instance;

    abstract void add(Thread hook);

    abstract boolean remove(Thread hook);

    abstract void run();
}
