package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.jdk.JavaClass;

/**
 * Finds out whether a plug-in may go. A collection that does not count the plug-in's own roots must not find a
 * reference to one of its objects or classes, an instance of one of its classes, or a word on a stack that could be an
 * address in it, such as that of a running method.
 */
@NoPoll
final class PluginUse {
    /** Header of the plug-in that is being checked, or 0: then there is nothing to note. */
    static long checked;

    private static long start;
    private static long end;
    private static boolean isUsed;

    private PluginUse() {}

    /** Whether the running collection passes over the roots of a plug-in. */
    static boolean isChecked(PluginImage image) {
        return checked != 0 && checked == image.header().toLong();
    }

    /**
     * Takes a plug-in off the list if nothing uses it. Answers whether it did; false, too, where garbage cannot be
     * collected.
     */
    static boolean removeIfUnused(PluginImage image) {
        start = image.start().toLong();
        end = image.end().toLong();
        isUsed = false;
        checked = image.header().toLong();
        Collector.collect(false);
        boolean wasConcluded = checked == 0;
        checked = 0;
        end = 0;
        return wasConcluded && !isUsed;
    }

    /** A reference or a word of a stack that does not lead to the heap. */
    static void note(Address address) {
        if (contains(address.toLong())) {
            isUsed = true;
        }
    }

    /** An object of the heap is reachable. */
    static void noteClassOf(Address object) {
        if (contains(Address.ofObject(JavaClass.of(object.toObject().getClass())).toLong())) {
            isUsed = true;
        }
    }

    /** Whether an address lies in the plug-in and is none of the two that its unloading has on the stack. */
    private static boolean contains(long address) {
        return address > start && address < end && address != checked;
    }

    /** Everything reachable is marked: decides, and marks what the plug-in keeps if it stays. */
    static void conclude() {
        if (checked == 0) {
            return;
        }
        PluginImage image = PluginImage.at(Address.of(checked));
        if (isUsed) {
            Roots.markPlugin(image);
            Marker.drain();
        } else {
            PluginImages.remove(image);
        }
        checked = 0;
    }
}
