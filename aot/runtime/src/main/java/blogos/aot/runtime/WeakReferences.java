package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.jdk.JavaClass;
import blogos.aot.runtime.jdk.ReferenceQueueParts;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import jdk.internal.misc.Unsafe;

/**
 * What the collector does about {@link Reference} objects: marking does not go through their referents, and those that
 * were not reached otherwise are cleared afterwards.
 *
 * <p>References to look at after marking are linked through {@code Reference.discovered}, and so are those which wait
 * to be put in their queues; in both lists the last one refers to itself, so that a null link means "in no list".
 */
@NoPoll
public final class WeakReferences {
    private static long referentOffset;
    private static long queueOffset;
    private static long discoveredOffset;
    private static int referenceClass;

    /** Address of the first reference to look at after marking. */
    private static long discovered;

    /** Whether referents of soft references are kept. */
    private static boolean keepsSoft;

    /** First of the cleared references whose queues have not got them yet. */
    private static Reference<?> pending;

    /** The thread that takes {@link #pending} ones; null if nobody waits for them. */
    private static Thread handler;

    private WeakReferences() {}

    /** Called once, before the first collection. */
    static void open() {
        Unsafe unsafe = Unsafe.getUnsafe();
        referentOffset = unsafe.objectFieldOffset(Reference.class, "referent");
        queueOffset = unsafe.objectFieldOffset(Reference.class, "queue");
        discoveredOffset = unsafe.objectFieldOffset(Reference.class, "discovered");
        referenceClass = ClassPointer.encode(Reference.class);
    }

    /** Starts a collection. {@code memoryIsShort}: soft references are as weak as others. */
    static void begin(boolean memoryIsShort) {
        discovered = 0;
        keepsSoft = !memoryIsShort;
    }

    /** Whether instances of a class are references: it is one below Reference, which is just below Object. */
    static boolean isReference(JavaClass<?> c) {
        return (int) (c.display01 >>> 32) == referenceClass;
    }

    /** Marking came to a reference. Answers the offset of the field that it must not follow; 0 if it may follow all. */
    static long discover(Address reference, JavaClass<?> c) {
        if (keepsSoft && TypeCheck.isSubclass(c, JavaClass.of(SoftReference.class))) {
            return 0;
        }
        if (reference.loadLong(referentOffset) != 0 && reference.loadLong(discoveredOffset) == 0) {
            reference.storeLong(discoveredOffset, discovered == 0 ? reference.toLong() : discovered);
            discovered = reference.toLong();
        }
        return referentOffset;
    }

    /** After marking: clears the references to what was not reached. */
    static void clearUnreached() {
        long next = discovered;
        while (next != 0) {
            Address reference = Address.of(next);
            long link = reference.loadLong(discoveredOffset);
            next = link == next ? 0 : link;
            reference.storeLong(discoveredOffset, 0);
            if (!Marker.isMarked(reference.loadAddress(referentOffset))) {
                reference.storeLong(referentOffset, 0);
                addPending(reference);
            }
        }
    }

    /** Names the thread to wake when there are pending references. */
    public static void setHandler(Thread thread) {
        handler = thread;
    }

    /** After a collection: wakes the handler if it has something to do. */
    static void wakeHandler() {
        if (handler != null && pending != null) {
            Platform.unpark(handler);
        }
    }

    private static void addPending(Address reference) {
        if (!ReferenceQueueParts.isNone(reference.loadReference(queueOffset))) {
            Reference<?> cleared = (Reference<?>) reference.toObject();
            reference.storeReference(discoveredOffset, pending == null ? cleared : pending);
            pending = cleared;
        }
    }

    /** Takes a cleared reference that its queue should get; null if there is none. */
    public static synchronized Reference<?> takePending() {
        Reference<?> taken = pending;
        if (taken != null) {
            Address memory = Address.ofObject(taken);
            Object link = memory.loadReference(discoveredOffset);
            pending = link == taken ? null : (Reference<?>) link;
            memory.storeLong(discoveredOffset, 0);
        }
        return taken;
    }
}
