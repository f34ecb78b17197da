package blogos.aot.runtime.jdk;

import blogos.aot.runtime.Platform;
import blogos.aot.runtime.WeakReferences;
import java.lang.ref.Reference;

/** Puts references that the collector has cleared in their queues, in a thread of its own if somebody waits for them. */
final class ReferenceHandler {
    private static boolean isStarted;

    private ReferenceHandler() {}

    /** Puts in their queues what is pending now. */
    static void enqueuePending() {
        for (Reference<?> r = WeakReferences.takePending(); r != null; r = WeakReferences.takePending()) {
            ReferenceParts.enqueueCleared(r);
        }
    }

    /** Starts the thread, unless it runs. */
    static synchronized void start() {
        if (!isStarted) {
            Thread thread = new Thread(ReferenceHandler::run, "Reference Handler");
            thread.setDaemon(true);
            thread.setPriority(Thread.MAX_PRIORITY);
            thread.start();
            isStarted = true;
            WeakReferences.setHandler(thread);
        }
    }

    private static void run() {
        while (true) {
            enqueuePending();
            Platform.park(0);
        }
    }
}
