package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Symbol;
import blogos.aot.api.Tls;
import blogos.aot.runtime.jdk.JavaClass;

/**
 * Marks what is reachable without going through the heap: static fields, objects in the image, threads and their stacks.
 *
 * <p>What lies on stacks is not known to be a reference: each word that could be an address inside an object keeps the
 * object. Class structures are no roots, but for those of plug-ins; what the runtime stores in their reference fields
 * goes to {@link #keep} too.
 */
@NoPoll
public final class Roots {
    private static final int WORD = 8;

    private static Kept kept;

    private Roots() {}

    /** Keeps an object that a class structure refers to, as long as the class is there. */
    public static void keep(JavaClass<?> owner, Object object) {
        if (PluginImages.around(Address.ofObject(owner)).isNone()) {
            keep(object);
        }
    }

    /** Keeps an object for ever. */
    private static void keep(Object object) {
        kept = new Kept(object, kept);
    }

    /** Marks everything that is reachable; the running stack is looked at from {@code stackPointer} on. */
    static void mark(Address stackPointer) {
        for (Address slot = referencesStart(); slot.isBelow(referencesEnd()); slot = slot.plus(WORD)) {
            Marker.mark(slot.loadAddress(0));
        }
        for (Address slot = objectsStart(); slot.isBelow(objectsEnd()); slot = slot.plus(WORD)) {
            Marker.follow(slot.loadAddress(0));
        }
        for (PluginImage plugin = PluginImages.first(); !plugin.isNone(); plugin = plugin.next()) {
            if (!PluginUse.isChecked(plugin)) {
                markPlugin(plugin);
            }
        }
        markThread(Address.of(Tls.loadLong(Tls.SELF)), stackPointer);
        Address record = Platform.firstThread();
        while (!record.isZero()) {
            Address stopped = record.loadAddress(Tls.STOPPED_STACK);
            if (!stopped.isZero()) {
                markThread(record, stopped);
            }
            record = record.loadAddress(Tls.NEXT_THREAD);
        }
        Marker.drain();
    }

    /** Marks what a plug-in refers to from its static fields, objects and class structures. */
    static void markPlugin(PluginImage plugin) {
        for (Address slot = plugin.references(); slot.isBelow(plugin.referencesEnd()); slot = slot.plus(WORD)) {
            Marker.mark(slot.loadAddress(0));
        }
        for (Address slot = plugin.objects(); slot.isBelow(plugin.objectsEnd()); slot = slot.plus(WORD)) {
            Marker.follow(slot.loadAddress(0));
        }
        for (long i = 0; i < plugin.classCount(); i++) {
            JavaClass<?> c = JavaClass.of((Class<?>) plugin.classAt(i).toObject());
            Marker.mark(Address.ofObject(c.name));
            Marker.mark(Address.ofObject(c.simpleName));
            Marker.mark(Address.ofObject(c.enumConstants));
            Marker.mark(Address.ofObject(c.initThread));
            Marker.mark(Address.ofObject(c.initFailure));
        }
    }

    private static void markThread(Address record, Address stackPointer) {
        Marker.mark(record.loadAddress(Tls.THREAD));
        markStack(stackPointer, record.loadAddress(Tls.STACK_BASE));
        Address suspended = record.loadAddress(Tls.SUSPENDED_STACK);
        while (!suspended.isZero()) {
            markStack(suspended, suspended.loadAddress(WORD));
            suspended = suspended.loadAddress(0);
        }
    }

    private static void markStack(Address from, Address base) {
        for (Address slot = from; slot.isBelow(base); slot = slot.plus(WORD)) {
            Marker.markAround(slot.loadAddress(0));
        }
    }

    @Symbol("__references_start")
    private static native Address referencesStart();

    @Symbol("__references_end")
    private static native Address referencesEnd();

    @Symbol("__objects_start")
    private static native Address objectsStart();

    @Symbol("__objects_end")
    private static native Address objectsEnd();

    /** An element of the list of what is kept. */
    private static final class Kept {
        final Object object;
        final Kept next;

        Kept(Object object, Kept next) {
            this.object = object;
            this.next = next;
        }
    }
}
