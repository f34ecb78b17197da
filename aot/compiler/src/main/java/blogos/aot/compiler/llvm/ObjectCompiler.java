package blogos.aot.compiler.llvm;

import blogos.aot.compiler.CompileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Compiles modules of textual LLVM IR to ELF objects, on all processors, and keeps the objects in a cache: a module
 * is compiled once for each text and set of options. The native LLVM is loaded only when something is not in the
 * cache.
 */
public final class ObjectCompiler {
    /** Part of every cache key. Change it with anything that changes objects but is not part of the options. */
    private static final String VERSION = "llvm 20.1.7, objects 4";

    private static final long DEFAULT_CACHE_BYTES = 2L << 30;

    private final ObjectCache cache;
    private final Path directory;

    /** A compiler with the user's cache of 2 GiB. */
    public ObjectCompiler() {
        this(UserCache.directory().resolve("objects"), DEFAULT_CACHE_BYTES);
    }

    /**
     * A compiler with a cache of its own.
     *
     * @param cacheDirectory where objects are kept; made when needed
     * @param cacheBytes about how large it may become, in bytes
     */
    public ObjectCompiler(Path cacheDirectory, long cacheBytes) {
        this.directory = cacheDirectory;
        this.cache = new ObjectCache(cacheDirectory, cacheBytes);
    }

    /**
     * Compiles modules.
     *
     * @return the objects in the order of the modules
     * @throws CompileException if LLVM finds fault with a module (the message names it) or the cache cannot be written
     */
    public List<ObjectFile> compileAll(List<IrModule> modules, CodegenOptions options, CompileListener listener) {
        try {
            Path[] objects = new Path[modules.size()];
            List<Job> missing = new ArrayList<>();
            for (int i = 0; i < objects.length; i++) {
                IrModule module = modules.get(i);
                String key = ObjectCache.key(VERSION, options.toString(), module.name(), module.text());
                objects[i] = cache.find(key);
                if (objects[i] == null) {
                    missing.add(new Job(i, module, key));
                }
            }
            if (!missing.isEmpty()) {
                compileMissing(missing, options, listener, objects);
                cache.trim();
            }
            List<ObjectFile> result = new ArrayList<>(objects.length);
            for (int i = 0; i < objects.length; i++) {
                result.add(new ObjectFile(modules.get(i).name(), objects[i]));
            }
            return result;
        } catch (IOException e) {
            throw new CompileException("cannot use the object cache " + directory + ": " + e, e);
        }
    }

    private void compileMissing(List<Job> jobs, CodegenOptions options, CompileListener listener, Path[] objects)
            throws IOException {
        // Large modules first: the last thread to end then ends soon after the others.
        jobs.sort(Comparator.comparingInt((Job job) -> job.module.text().length()).reversed());
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), jobs.size());
        ExecutorService executor = Executors.newFixedThreadPool(threads, ObjectCompiler::thread);
        try {
            ExecutorCompletionService<Compiled> completions = new ExecutorCompletionService<>(executor);
            for (Job job : jobs) {
                completions.submit(() -> {
                    byte[] object = ModuleCompiler.compile(job.module, options);
                    return new Compiled(job, cache.store(job.key, object));
                });
            }
            for (int done = 1; done <= jobs.size(); done++) {
                Compiled compiled = completions.take().get();
                objects[compiled.job.index] = compiled.object;
                listener.compiled(done, jobs.size(), compiled.job.module.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompileException("interrupted", e);
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } finally {
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    /** Waits for modules under way, so that nothing writes to the cache after {@link #compileAll} has ended. */
    private static void awaitEnd(ExecutorService executor) {
        try {
            executor.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrow(Throwable cause) throws IOException {
        if (cause instanceof IOException) {
            throw (IOException) cause;
        }
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return (RuntimeException) cause;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "LLVM");
        thread.setDaemon(true);
        return thread;
    }

    private record Job(int index, IrModule module, String key) {
    }

    private record Compiled(Job job, Path object) {
    }
}
