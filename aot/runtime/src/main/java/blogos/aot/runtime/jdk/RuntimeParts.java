package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import blogos.aot.runtime.Heap;
import blogos.aot.runtime.Platform;

/** Parts of {@code java.lang.Runtime}. */
@Replace("java.lang.Runtime")
class RuntimeParts {
    @Replace
    public int availableProcessors() {
        return Platform.processors();
    }

    @Replace
    public long freeMemory() {
        return Heap.freeBytes();
    }

    @Replace
    public long totalMemory() {
        return Heap.totalBytes();
    }

    @Replace
    public long maxMemory() {
        return Heap.maxBytes();
    }

    @Replace
    public void gc() {
        Heap.collect();
    }

    @Replace
    public void exit(int status) {
        System.exit(status);
    }

    @Replace
    public void addShutdownHook(Thread hook) {
        ThreadHooks.instance().add(hook);
    }

    @Replace
    public boolean removeShutdownHook(Thread hook) {
        return ThreadHooks.instance().remove(hook);
    }

    @Replace
    public void halt(int status) {
        Platform.exit(status);
    }
}
